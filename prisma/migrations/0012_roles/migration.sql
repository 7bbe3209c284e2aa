-- CreateTable
CREATE TABLE "CustomRole" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "workspaceId" TEXT,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "levels" JSONB NOT NULL,
    "createdById" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CustomRole_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "nameKey" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "actingAsId" TEXT;

-- CreateIndex
CREATE INDEX "CustomRole_tenantId_workspaceId_nameKey_idx" ON "CustomRole"("tenantId", "workspaceId", "nameKey");

-- CreateIndex
CREATE INDEX "CustomRole_tenantId_nameKey_idx" ON "CustomRole"("tenantId", "nameKey");

-- CreateIndex
CREATE INDEX "Membership_workspaceId_nameKey_id_idx" ON "Membership"("workspaceId", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Membership_workspaceId_addedAt_id_idx" ON "Membership"("workspaceId", "addedAt", "id");

-- CreateIndex
CREATE INDEX "Membership_roles_idx" ON "Membership" USING GIN ("roles");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_publicRole_idx" ON "Workspace"("tenantId", "publicRole");

-- CreateIndex
CREATE INDEX "Session_tenantId_actingAsId_idx" ON "Session"("tenantId", "actingAsId");

-- AddForeignKey
ALTER TABLE "CustomRole" ADD CONSTRAINT "CustomRole_tenantId_workspaceId_fkey" FOREIGN KEY ("tenantId", "workspaceId") REFERENCES "Workspace"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- No two of one place have the same name. An expression index, which schema diffs leave alone; that a role of a workspace
-- is not called like one of the tenant is looked at under a lock (lib/roles/names.ts).
CREATE UNIQUE INDEX "CustomRole_name" ON "CustomRole" ("tenantId", (coalesce("workspaceId", '')), "nameKey");

-- The wall around the new table (migration 0002 says why).
CREATE POLICY tenant ON "CustomRole" USING ("tenantId" = (SELECT current_setting('atrium.tenant', true)))
  WITH CHECK ("tenantId" = (SELECT current_setting('atrium.tenant', true)));
ALTER TABLE "CustomRole" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CustomRole" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "CustomRole" TO CURRENT_USER USING (true) WITH CHECK (true);

-- Members are listed by name: the folded name of the principal (the first line of its searchKey) stands beside each of
-- its memberships, so that a page of 10,000 is an index scan. Kept by triggers, so that no writer of any release forgets it.
CREATE FUNCTION atrium_name_membership() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  NEW."nameKey" := coalesce((SELECT split_part(p."searchKey", E'\n', 1) FROM "Principal" p WHERE p.id = NEW."principalId"), '');
  RETURN NEW;
END $$;

CREATE FUNCTION atrium_rename_memberships() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Membership" m SET "nameKey" = split_part(NEW."searchKey", E'\n', 1)
  WHERE m."tenantId" = NEW."tenantId" AND m."principalId" = NEW.id;
  RETURN NULL;
END $$;

UPDATE "Membership" m SET "nameKey" = split_part(p."searchKey", E'\n', 1) FROM "Principal" p WHERE p.id = m."principalId";
CREATE TRIGGER "keep_nameKey" BEFORE INSERT ON "Membership" FOR EACH ROW EXECUTE FUNCTION atrium_name_membership();
CREATE TRIGGER "keep_membership_names" AFTER UPDATE OF "searchKey" ON "Principal" FOR EACH ROW
  WHEN (split_part(OLD."searchKey", E'\n', 1) IS DISTINCT FROM split_part(NEW."searchKey", E'\n', 1))
  EXECUTE FUNCTION atrium_rename_memberships();

-- Whoever acts as an agency stops with the transaction that takes it from them, or that disables the agency.
CREATE FUNCTION atrium_actor_removed() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Session" s SET "actingAsId" = NULL
  WHERE s."tenantId" = OLD."tenantId" AND s."principalId" = OLD."principalId" AND s."actingAsId" = OLD."agencyId";
  RETURN NULL;
END $$;

CREATE FUNCTION atrium_agency_closed() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE "Session" s SET "actingAsId" = NULL WHERE s."tenantId" = NEW."tenantId" AND s."actingAsId" = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER "end_acting" AFTER DELETE ON "AgencyActor" FOR EACH ROW EXECUTE FUNCTION atrium_actor_removed();
CREATE TRIGGER "end_acting" AFTER UPDATE OF status ON "Principal" FOR EACH ROW
  WHEN (NEW.kind = 'AGENCY' AND NEW.status <> 'ACTIVE') EXECUTE FUNCTION atrium_agency_closed();

-- Who holds the cookie, and as which agency they act at this moment: only while they still may and it is active. Follows
-- atrium_caller, which the release before this one still calls.
CREATE FUNCTION atrium_identity(token_hash text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found jsonb;
  seen timestamptz;
BEGIN
  SELECT s."lastSeenAt", jsonb_build_object(
    'sessionId', s.id, 'tenantId', s."tenantId", 'tenantName', t.name, 'principalId', p.id, 'name', p.name, 'kind', p.kind,
    'email', p.email, 'superAdmin', p."superAdmin", 'language', p.language, 'theme', p.theme, 'timeZone', p."timeZone",
    'management', (SELECT coalesce(jsonb_agg(g.permission), '[]') FROM "ManagementGrant" g WHERE g."principalId" = p.id),
    'actingAs', (SELECT jsonb_build_object('id', a.id, 'name', a.name)
      FROM "AgencyActor" x JOIN "Principal" a ON a.id = x."agencyId"
      WHERE x."tenantId" = s."tenantId" AND x."agencyId" = s."actingAsId" AND x."principalId" = p.id
        AND a.kind = 'AGENCY' AND a.status = 'ACTIVE'))
  INTO seen, found
  FROM "Session" s
  JOIN "Principal" p ON p.id = s."principalId"
  JOIN "Tenant" t ON t.id = s."tenantId"
  WHERE s."tokenHash" = token_hash AND s."revokedAt" IS NULL AND s."expiresAt" > now()
    AND s."createdAt" > now() - make_interval(mins => t."sessionLongestMinutes")
    AND s."lastSeenAt" > now() - make_interval(mins => t."sessionIdleMinutes") AND p.status = 'ACTIVE';
  IF seen < now() - interval '1 minute' THEN
    UPDATE "Session" SET "lastSeenAt" = now() WHERE "tokenHash" = token_hash;
  END IF;
  RETURN found;
END $$;

-- Admission in one round trip: binds the transaction to the tenant, finds the workspace by id or slug, the paths by which the
-- principal belongs to it (each by the index, however many members and groups there are), and the custom roles that those
-- and the public role name: the tenant's and this very workspace's. With `hold`, the workspace row is locked first, so that
-- a command decides by the state that it will write on. Follows atrium_enter, which the release before this one still calls.
CREATE FUNCTION atrium_admit(tenant text, principal text, ref text, hold boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  w "Workspace";
  paths jsonb;
  named text[];
  roles jsonb := '[]';
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
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'via', CASE WHEN p.id = principal THEN 'membership' ELSE 'group' END,
      'principalId', p.id, 'principalName', p.name, 'roles', m.roles, 'expiresAt', m."expiresAt")), '[]')
    INTO paths
    FROM "Membership" m JOIN "Principal" p ON p.id = m."principalId"
    WHERE m."workspaceId" = w.id AND p.status <> 'DISABLED' AND m."principalId" = ANY(ARRAY(
      SELECT principal UNION ALL
      SELECT g."groupId" FROM "GroupMember" g WHERE g."tenantId" = tenant AND g."principalId" = principal));
  SELECT array_agg(DISTINCT x.role) INTO named FROM (
    SELECT w."publicRole" AS role
    UNION ALL SELECT jsonb_array_elements_text(path->'roles') FROM jsonb_array_elements(paths) path
  ) x WHERE x.role LIKE 'rol-%';
  IF named IS NOT NULL THEN
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'levels', r.levels)), '[]') INTO roles
    FROM "CustomRole" r WHERE r.id = ANY(named) AND r."tenantId" = tenant
      AND (r."workspaceId" IS NULL OR r."workspaceId" = w.id);
  END IF;
  RETURN jsonb_build_object(
    'id', w.id, 'name', w.name, 'slug', w.slug, 'status', w.status, 'authorizationType', w."authorizationType",
    'publicRole', w."publicRole", 'ownerId', w."ownerId", 'builtIn', w."builtIn", 'version', w.version,
    'paths', paths, 'customRoles', roles);
END $$;

-- Memberships of a tenant that name a role, by the index that a policy would keep the planner from; ids only.
CREATE FUNCTION atrium_memberships_with(tenant text, role text, most int) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.id FROM "Membership" m WHERE m."tenantId" = tenant AND m.roles @> ARRAY[role] LIMIT most
$$;

-- The list of workspaces knows custom roles too: a membership gives something when one of its roles is built in and can be
-- handed out, or is the tenant's or this very workspace's. Nothing else of the function (migration 0008) changes.
DO $$
DECLARE
  before text := pg_get_functiondef('atrium_page_of_workspaces(jsonb)'::regprocedure);
  after text := replace(before, 'm.roles && %L::text[]',
    '(m.roles && %L::text[] OR EXISTS (SELECT FROM "CustomRole" r WHERE r.id = ANY(m.roles)'
    ' AND r."tenantId" = m."tenantId" AND (r."workspaceId" IS NULL OR r."workspaceId" = m."workspaceId")))');
BEGIN
  IF after = before THEN
    RAISE EXCEPTION 'atrium_page_of_workspaces is not as migration 0011 made it';
  END IF;
  EXECUTE after;
END $$;
