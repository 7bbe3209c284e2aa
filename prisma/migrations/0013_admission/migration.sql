-- Who holds a session's secret, as atrium_identity says, without noting that they were here: `stale` says that this is due.
-- Reading and noting are apart so that admission can ask in its own transaction and keep no lock on the session.
CREATE FUNCTION atrium_holder(token_hash text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'sessionId', s.id, 'tenantId', s."tenantId", 'tenantName', t.name, 'principalId', p.id, 'name', p.name, 'kind', p.kind,
    'email', p.email, 'superAdmin', p."superAdmin", 'language', p.language, 'theme', p.theme, 'timeZone', p."timeZone",
    'columns', (SELECT coalesce(jsonb_object_agg(c."table", c.columns), '{}') FROM "ChosenColumns" c WHERE c."principalId" = p.id),
    'management', (SELECT coalesce(jsonb_agg(g.permission), '[]') FROM "ManagementGrant" g WHERE g."principalId" = p.id),
    'actingAs', (SELECT jsonb_build_object('id', a.id, 'name', a.name)
      FROM "AgencyActor" x JOIN "Principal" a ON a.id = x."agencyId"
      WHERE x."tenantId" = s."tenantId" AND x."agencyId" = s."actingAsId" AND x."principalId" = p.id
        AND a.kind = 'AGENCY' AND a.status = 'ACTIVE'),
    'stale', s."lastSeenAt" < now() - interval '1 minute')
  FROM "Session" s
  JOIN "Principal" p ON p.id = s."principalId"
  JOIN "Tenant" t ON t.id = s."tenantId"
  WHERE s."tokenHash" = token_hash AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."createdAt" > now() - make_interval(mins => t."sessionLongestMinutes")
    AND s."lastSeenAt" > now() - make_interval(mins => t."sessionIdleMinutes") AND p.status = 'ACTIVE'
$$;

-- Notes that a session is in use.
CREATE FUNCTION atrium_seen(token_hash text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE "Session" SET "lastSeenAt" = now() WHERE "tokenHash" = token_hash
$$;

CREATE OR REPLACE FUNCTION atrium_identity(token_hash text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found jsonb := atrium_holder(token_hash);
BEGIN
  IF (found->>'stale')::boolean THEN
    PERFORM atrium_seen(token_hash);
  END IF;
  RETURN found - 'stale';
END $$;

-- Admission of whoever holds a session, in one round trip: who it is, and what atrium_admit finds for them, or for the agency
-- that they act as. Null when nobody holds it now.
CREATE FUNCTION atrium_admission(token_hash text, ref text, hold boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  who jsonb := atrium_holder(token_hash);
BEGIN
  IF who IS NULL THEN
    RETURN NULL;
  END IF;
  RETURN jsonb_build_object('caller', who, 'workspace',
    atrium_admit(who->>'tenantId', coalesce(who#>>'{actingAs,id}', who->>'principalId'), ref, hold));
END $$;
