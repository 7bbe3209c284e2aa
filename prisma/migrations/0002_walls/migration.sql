-- The second wall. Every table compares its tenant with the one that the transaction is bound to (atrium.tenant); a
-- query that forgets its `where`, or runs in a transaction without a tenant, finds nothing and writes nothing.
-- FORCE makes that hold for the owner too; the owner's own policy exists for the definer functions below.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'Principal', 'Credential', 'Session', 'OneTimeLink', 'ManagementGrant', 'GroupMember', 'AgencyActor',
    'EnterpriseProject', 'Workspace', 'Membership', 'WorkspaceVisit', 'AuditEntry', 'AuditSeal', 'AuditPersonal'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("tenantId" = (SELECT current_setting(''atrium.tenant'', true))) '
      'WITH CHECK ("tenantId" = (SELECT current_setting(''atrium.tenant'', true)))', name);
  END LOOP;
  CREATE POLICY tenant ON "Tenant" USING (id = (SELECT current_setting('atrium.tenant', true)))
    WITH CHECK (id = (SELECT current_setting('atrium.tenant', true)));

  -- SignInAttempt and Deployment belong to no tenant: no policy, so definer functions alone reach them.
  FOREACH name IN ARRAY ARRAY[
    'Tenant', 'Principal', 'Credential', 'Session', 'OneTimeLink', 'ManagementGrant', 'GroupMember', 'AgencyActor',
    'EnterpriseProject', 'Workspace', 'Membership', 'WorkspaceVisit', 'AuditEntry', 'AuditSeal', 'AuditPersonal',
    'SignInAttempt', 'Deployment'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- At most one Super Admin a tenant. An expression index, which schema diffs leave alone.
CREATE UNIQUE INDEX "Principal_one_super_admin" ON "Principal" ((CASE WHEN "superAdmin" THEN "tenantId" END));

-- Finds the few deletions under way among many workspaces.
CREATE INDEX "Workspace_deleting" ON "Workspace" ((CASE WHEN status = 'DELETING' THEN id END));

-- ---------------------------------------------------------------------------------------------------------------
-- The doors in the wall: what must look before a tenant is known, and what policies would make slow. Each is narrow,
-- runs as the owner with a fixed search_path, and stands in the list that lib/db.test.ts checks.

-- Who holds the cookie. Also notes that the session was used, at most once a minute.
CREATE FUNCTION atrium_session(token_hash text, idle interval) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found jsonb;
  seen timestamptz;
BEGIN
  SELECT s."lastSeenAt", jsonb_build_object(
    'sessionId', s.id, 'tenantId', s."tenantId", 'tenantName', t.name, 'principalId', p.id, 'name', p.name,
    'email', p.email, 'superAdmin', p."superAdmin", 'language', p.language, 'theme', p.theme, 'timeZone', p."timeZone",
    'management', (SELECT coalesce(jsonb_agg(g.permission), '[]') FROM "ManagementGrant" g WHERE g."principalId" = p.id))
  INTO seen, found
  FROM "Session" s
  JOIN "Principal" p ON p.id = s."principalId"
  JOIN "Tenant" t ON t.id = s."tenantId"
  WHERE s."tokenHash" = token_hash AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."lastSeenAt" > now() - idle AND p.status = 'ACTIVE';
  IF seen < now() - interval '1 minute' THEN
    UPDATE "Session" SET "lastSeenAt" = now() WHERE "tokenHash" = token_hash;
  END IF;
  RETURN found;
END $$;

-- What a sign-in by e-mail must know. Null for an unknown address.
CREATE FUNCTION atrium_credential(wanted_email text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('tenantId', p."tenantId", 'principalId', p.id, 'name', p.name, 'status', p.status,
    'superAdmin', p."superAdmin", 'passwordHash', c."passwordHash")
  FROM "Principal" p LEFT JOIN "Credential" c ON c."principalId" = p.id
  WHERE p.email = wanted_email AND p.kind = 'USER'
$$;

-- Counts one sign-in attempt under each key. Returns the seconds to wait, 0 when the attempt may go on. Attempts are
-- counted before the password is checked, so that parallel guesses cannot slip past the limit together.
CREATE FUNCTION atrium_attempt(keys text[], limits int[], span interval) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wait int := 0;
  attempt record;
BEGIN
  DELETE FROM "SignInAttempt" WHERE key IN
    (SELECT key FROM "SignInAttempt" WHERE "expiresAt" < now() LIMIT 20 FOR UPDATE SKIP LOCKED);
  FOR attempt IN SELECT u.key, u.max FROM unnest(keys, limits) AS u(key, max) ORDER BY u.key LOOP
    INSERT INTO "SignInAttempt" AS a (key, failures, "expiresAt") VALUES (attempt.key, 1, now() + span)
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN a."expiresAt" < now() THEN 1 ELSE least(a.failures + 1, 1000000) END,
      "expiresAt" = CASE WHEN a."expiresAt" < now() THEN now() + span ELSE a."expiresAt" END;
    wait := greatest(wait, coalesce((
      SELECT ceil(extract(epoch FROM a."expiresAt" - now()))::int
      FROM "SignInAttempt" a WHERE a.key = attempt.key AND a.failures > attempt.max), 0));
  END LOOP;
  RETURN wait;
END $$;

CREATE FUNCTION atrium_attempt_succeeded(keys text[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "SignInAttempt" WHERE key = ANY(keys)
$$;

CREATE FUNCTION atrium_has_tenant() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM "Tenant")
$$;

-- A new setup link ends the older ones.
CREATE FUNCTION atrium_setup_link(link_id text, hash text, expires timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM "OneTimeLink" WHERE purpose = 'SETUP';
  INSERT INTO "OneTimeLink" (id, purpose, "tokenHash", "expiresAt") VALUES (link_id, 'SETUP', hash, expires)
$$;

-- What stands behind a link that still works; null otherwise. A setup link works while there is no tenant.
CREATE FUNCTION atrium_link(hash text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('id', l.id, 'purpose', l.purpose, 'tenantId', l."tenantId", 'tenantName', t.name,
    'principalId', p.id, 'name', p.name, 'email', p.email)
  FROM "OneTimeLink" l
  LEFT JOIN "Principal" p ON p.id = l."principalId"
  LEFT JOIN "Tenant" t ON t.id = l."tenantId"
  WHERE l."tokenHash" = hash AND l."usedAt" IS NULL AND l."expiresAt" > now()
    AND (p.id IS NULL OR p.status <> 'DISABLED')
    AND (l.purpose <> 'SETUP' OR NOT EXISTS (SELECT FROM "Tenant"))
$$;

-- Uses a link up, once; null when somebody was quicker. Rolls back with the transaction that needed it.
CREATE FUNCTION atrium_use_link(hash text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  link jsonb;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('atrium link ' || hash));
  link := atrium_link(hash);
  IF link IS NOT NULL THEN
    UPDATE "OneTimeLink" SET "usedAt" = now() WHERE "tokenHash" = hash;
  END IF;
  RETURN link;
END $$;

-- Admission in one round trip: binds the transaction to the tenant, finds the workspace by id or slug and the paths by
-- which the principal belongs to it. With `hold`, the workspace row is locked first, so that a command decides by the
-- state that it will write on.
CREATE FUNCTION atrium_enter(tenant text, principal text, ref text, hold boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  w "Workspace";
BEGIN
  PERFORM set_config('atrium.tenant', tenant, true);
  IF ref IS NULL THEN
    RETURN NULL;
  ELSIF ref ~ '^ws-[0-9a-f]{16}$' THEN
    SELECT * INTO w FROM "Workspace" x WHERE x."tenantId" = tenant AND x.id = ref;
  ELSE
    SELECT * INTO w FROM "Workspace" x WHERE x."tenantId" = tenant AND x.slug = ref;
  END IF;
  IF w.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF hold THEN
    SELECT * INTO w FROM "Workspace" x WHERE x.id = w.id FOR NO KEY UPDATE;
    IF w.id IS NULL THEN
      RETURN NULL;
    END IF;
  END IF;
  RETURN jsonb_build_object(
    'id', w.id, 'name', w.name, 'slug', w.slug, 'status', w.status, 'authorizationType', w."authorizationType",
    'publicRole', w."publicRole", 'ownerId', w."ownerId", 'builtIn', w."builtIn", 'version', w.version,
    'paths', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'via', CASE WHEN m."principalId" = principal THEN 'membership' ELSE 'group' END,
        'principalId', p.id, 'principalName', p.name, 'roles', m.roles, 'expiresAt', m."expiresAt")), '[]')
      FROM "Membership" m JOIN "Principal" p ON p.id = m."principalId"
      WHERE m."workspaceId" = w.id AND p.status <> 'DISABLED' AND (m."principalId" = principal OR m."principalId" IN
        (SELECT g."groupId" FROM "GroupMember" g WHERE g."tenantId" = tenant AND g."principalId" = principal))));
END $$;

-- Search returns ids only, by the trigram index that a policy would keep the planner from. The text is taken as it is:
-- already folded like searchKey, never a pattern.
CREATE FUNCTION atrium_search_workspaces(tenant text, folded text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w.id FROM "Workspace" w WHERE w."tenantId" = tenant
    AND w."searchKey" LIKE '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

CREATE FUNCTION atrium_search_principals(tenant text, folded text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id FROM "Principal" p WHERE p."tenantId" = tenant
    AND p."searchKey" LIKE '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

-- The worker's next work: workspaces whose deletion is under way. `after` pages by id.
CREATE FUNCTION atrium_deletions(after text, most int) RETURNS TABLE ("tenantId" text, "workspaceId" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT w."tenantId", w.id FROM "Workspace" w
  WHERE (CASE WHEN w.status = 'DELETING' THEN w.id END) > after ORDER BY 2 LIMIT most
$$;

-- Tenants with audit entries that are not sealed yet and that no running transaction can still get in front of.
CREATE FUNCTION atrium_tenants_to_seal(most int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id FROM "Tenant" t
  LEFT JOIN LATERAL (
    SELECT e.xid, e.id FROM "AuditSeal" s JOIN "AuditEntry" e ON e.id = s."entryId"
    WHERE s."tenantId" = t.id ORDER BY s.seq DESC LIMIT 1
  ) last ON true
  WHERE EXISTS (
    SELECT FROM "AuditEntry" e WHERE e."tenantId" = t.id
      AND (e.xid, e.id) > (coalesce(last.xid, 0), coalesce(last.id, ''))
      AND e.xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint)
  LIMIT most
$$;

-- For the command line of whoever runs the machine: a tenant and its Super Admin by the tenant's name.
CREATE FUNCTION atrium_tenant(wanted_name text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object('tenantId', t.id, 'superAdminId', p.id) FROM "Tenant" t
  JOIN "Principal" p ON p."tenantId" = t.id AND p."superAdmin" WHERE t.name = wanted_name
$$;

CREATE FUNCTION atrium_tenants(after text, most int) RETURNS TABLE (id text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.id, t.name FROM "Tenant" t WHERE t.id > after ORDER BY t.id LIMIT most
$$;

-- Remembers the first fingerprint of the deployment's keys; later callers get that one back and compare.
CREATE FUNCTION atrium_fingerprint(wanted text) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "Deployment" AS d (id, "keyFingerprint") VALUES (1, wanted)
  ON CONFLICT (id) DO UPDATE SET "keyFingerprint" = coalesce(d."keyFingerprint", wanted)
  RETURNING "keyFingerprint"
$$;
