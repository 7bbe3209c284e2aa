-- DropIndex
DROP INDEX "Workspace_tenantId_authorizationType_nameKey_idx";

-- DropIndex
DROP INDEX "Workspace_tenantId_enterpriseProjectId_idx";

-- DropIndex
DROP INDEX "Workspace_tenantId_ownerId_idx";

-- DropIndex
DROP INDEX "Workspace_tenantId_status_id_idx";

-- AlterTable
ALTER TABLE "Principal" ADD COLUMN     "description" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Tenant" ADD COLUMN     "sessionIdleMinutes" INTEGER NOT NULL DEFAULT 720,
ADD COLUMN     "sessionLongestMinutes" INTEGER NOT NULL DEFAULT 10080;

-- CreateTable
CREATE TABLE "ChosenColumns" (
    "tenantId" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "columns" TEXT[],

    CONSTRAINT "ChosenColumns_pkey" PRIMARY KEY ("principalId","table")
);

-- CreateIndex
CREATE INDEX "ChosenColumns_tenantId_principalId_idx" ON "ChosenColumns"("tenantId", "principalId");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_actorId_at_id_idx" ON "AuditEntry"("tenantId", "actorId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_event_at_id_idx" ON "AuditEntry"("tenantId", "event", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_objectId_at_id_idx" ON "AuditEntry"("tenantId", "objectId", "at", "id");

-- CreateIndex
CREATE INDEX "Principal_tenantId_name_id_idx" ON "Principal"("tenantId", "name", "id");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_status_nameKey_id_idx" ON "Workspace"("tenantId", "status", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_nameKey_id_idx" ON "Workspace"("tenantId", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_ownerId_nameKey_id_idx" ON "Workspace"("tenantId", "ownerId", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_enterpriseProjectId_nameKey_id_idx" ON "Workspace"("tenantId", "enterpriseProjectId", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_authorizationType_nameKey_id_idx" ON "Workspace"("tenantId", "authorizationType", "nameKey", "id");

-- AddForeignKey
ALTER TABLE "ChosenColumns" ADD CONSTRAINT "ChosenColumns_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The wall around the new table (migration 0002 says why).
CREATE POLICY tenant ON "ChosenColumns" USING ("tenantId" = (SELECT current_setting('atrium.tenant', true)))
  WITH CHECK ("tenantId" = (SELECT current_setting('atrium.tenant', true)));
ALTER TABLE "ChosenColumns" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ChosenColumns" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON "ChosenColumns" TO CURRENT_USER USING (true) WITH CHECK (true);

-- Who holds the cookie, by the session lengths of their own tenant; a shorter one ends what is already too old. Follows
-- atrium_session, which the release before this one still calls.
CREATE FUNCTION atrium_caller(token_hash text) RETURNS jsonb
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
    AND s."createdAt" > now() - make_interval(mins => t."sessionLongestMinutes")
    AND s."lastSeenAt" > now() - make_interval(mins => t."sessionIdleMinutes") AND p.status = 'ACTIVE';
  IF seen < now() - interval '1 minute' THEN
    UPDATE "Session" SET "lastSeenAt" = now() WHERE "tokenHash" = token_hash;
  END IF;
  RETURN found;
END $$;
