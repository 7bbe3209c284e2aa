-- Sessions and one-time links are forgotten a month after they ended, a few at a time: they hold network addresses and
-- browsers, which nobody needs any more. A session ends at the latest when it expires, so that also covers revoked ones.
CREATE FUNCTION atrium_forget(most int) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sessions int;
  links int;
BEGIN
  DELETE FROM "Session" WHERE id IN
    (SELECT id FROM "Session" WHERE "expiresAt" < now() - interval '30 days' LIMIT most FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS sessions = ROW_COUNT;
  DELETE FROM "OneTimeLink" WHERE id IN
    (SELECT id FROM "OneTimeLink" WHERE "expiresAt" < now() - interval '30 days' LIMIT most FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS links = ROW_COUNT;
  RETURN sessions + links;
END $$;

-- One setup link at a time works, also when two starts make theirs at the same moment: both wait for the same lock.
CREATE OR REPLACE FUNCTION atrium_setup_link(link_id text, hash text, expires timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtext('atrium setup'));
  DELETE FROM "OneTimeLink" WHERE purpose = 'SETUP';
  INSERT INTO "OneTimeLink" (id, purpose, "tokenHash", "expiresAt") VALUES (link_id, 'SETUP', hash, expires)
$$;

CREATE OR REPLACE FUNCTION atrium_use_link(hash text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  link jsonb;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('atrium link ' || hash));
  IF atrium_link(hash)->>'purpose' = 'SETUP' THEN
    PERFORM pg_advisory_xact_lock(hashtext('atrium setup'));
  END IF;
  link := atrium_link(hash); -- under the locks: there may be a tenant by now
  IF link IS NOT NULL THEN
    UPDATE "OneTimeLink" SET "usedAt" = now() WHERE "tokenHash" = hash;
  END IF;
  RETURN link;
END $$;
