-- AlterTable
ALTER TABLE "Principal" ADD COLUMN     "nameKey" TEXT;

-- Groups and agencies that are there already keep their names, even where two are the same: then one key gets its id.
UPDATE "Principal" p SET "nameKey" = CASE WHEN k.nth = 1 THEN k.key ELSE k.key || ' ' || p.id END
FROM (
  SELECT id, lower(normalize(name, NFKC)) AS key,
    row_number() OVER (PARTITION BY "tenantId", kind, lower(normalize(name, NFKC)) ORDER BY "createdAt", id) AS nth
  FROM "Principal" WHERE kind IN ('GROUP', 'AGENCY')
) k WHERE k.id = p.id;

-- CreateIndex
CREATE UNIQUE INDEX "Principal_tenantId_kind_nameKey_key" ON "Principal"("tenantId", "kind", "nameKey");

-- CreateIndex
CREATE INDEX "Principal_tenantId_kind_createdAt_id_idx" ON "Principal"("tenantId", "kind", "createdAt", "id");
