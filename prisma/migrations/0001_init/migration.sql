-- Trigrams, for searching within names.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "PrincipalKind" AS ENUM ('USER', 'FEDERATED_USER', 'AGENCY', 'GROUP', 'SERVICE');

-- CreateEnum
CREATE TYPE "PrincipalStatus" AS ENUM ('ACTIVE', 'INVITED', 'UNSEEN', 'DISABLED');

-- CreateEnum
CREATE TYPE "EnterpriseProjectStatus" AS ENUM ('ENABLED', 'DISABLED');

-- CreateEnum
CREATE TYPE "AuthorizationType" AS ENUM ('PUBLIC', 'INTERNAL', 'PRIVATE');

-- CreateEnum
CREATE TYPE "WorkspaceStatus" AS ENUM ('NORMAL', 'DISABLED', 'DELETING', 'DELETE_FAILED', 'CREATE_FAILED');

-- CreateEnum
CREATE TYPE "BuiltIn" AS ENUM ('DEFAULT', 'SYSTEM');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('SETUP', 'INVITATION', 'PASSWORD_RESET');

-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('ALLOWED', 'REFUSED');

-- CreateTable
CREATE TABLE "Tenant" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "workspaceLimit" INTEGER NOT NULL DEFAULT 10,
    "workspaceCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Principal" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "kind" "PrincipalKind" NOT NULL,
    "status" "PrincipalStatus" NOT NULL DEFAULT 'ACTIVE',
    "name" TEXT NOT NULL,
    "email" TEXT,
    "externalId" TEXT,
    "superAdmin" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT,
    "theme" TEXT,
    "timeZone" TEXT,
    "searchKey" TEXT NOT NULL,
    "createdById" TEXT,
    "lastActiveAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Principal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "principalId" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("principalId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT,
    "principalId" TEXT,
    "purpose" "LinkPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ManagementGrant" (
    "tenantId" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "grantedById" TEXT,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ManagementGrant_pkey" PRIMARY KEY ("principalId","permission")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "tenantId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupId","principalId")
);

-- CreateTable
CREATE TABLE "AgencyActor" (
    "tenantId" TEXT NOT NULL,
    "agencyId" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgencyActor_pkey" PRIMARY KEY ("agencyId","principalId")
);

-- CreateTable
CREATE TABLE "EnterpriseProject" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "status" "EnterpriseProjectStatus" NOT NULL DEFAULT 'ENABLED',
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EnterpriseProject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "searchKey" TEXT NOT NULL,
    "enterpriseProjectId" TEXT NOT NULL,
    "authorizationType" "AuthorizationType" NOT NULL,
    "publicRole" TEXT NOT NULL DEFAULT 'visitor',
    "status" "WorkspaceStatus" NOT NULL DEFAULT 'NORMAL',
    "ownerId" TEXT NOT NULL,
    "builtIn" "BuiltIn",
    "deletion" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "roles" TEXT[],
    "expiresAt" TIMESTAMPTZ(3),
    "addedById" TEXT,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastActiveAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkspaceVisit" (
    "tenantId" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "visitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkspaceVisit_pkey" PRIMARY KEY ("principalId","workspaceId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "tenantId" TEXT NOT NULL,
    "xid" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "actorId" TEXT,
    "actingAs" TEXT,
    "through" TEXT NOT NULL,
    "address" TEXT,
    "requestId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "objectKind" TEXT,
    "objectId" TEXT,
    "workspaceId" TEXT,
    "outcome" "AuditOutcome" NOT NULL DEFAULT 'ALLOWED',
    "before" JSONB,
    "after" JSONB,
    "reason" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "tenantId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "entryId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("tenantId","seq")
);

-- CreateTable
CREATE TABLE "AuditPersonal" (
    "tenantId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "AuditPersonal_pkey" PRIMARY KEY ("tenantId","digest")
);

-- CreateTable
CREATE TABLE "Deployment" (
    "id" INTEGER NOT NULL,
    "keyFingerprint" TEXT,

    CONSTRAINT "Deployment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tenant_name_key" ON "Tenant"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Principal_email_key" ON "Principal"("email");

-- CreateIndex
CREATE INDEX "Principal_tenantId_kind_name_id_idx" ON "Principal"("tenantId", "kind", "name", "id");

-- CreateIndex
CREATE INDEX "Principal_searchKey_idx" ON "Principal" USING GIN ("searchKey" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Principal_tenantId_id_key" ON "Principal"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Principal_tenantId_kind_externalId_key" ON "Principal"("tenantId", "kind", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Credential_tenantId_principalId_key" ON "Credential"("tenantId", "principalId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_tenantId_principalId_idx" ON "Session"("tenantId", "principalId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_tokenHash_key" ON "OneTimeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeLink_tenantId_principalId_idx" ON "OneTimeLink"("tenantId", "principalId");

-- CreateIndex
CREATE INDEX "SignInAttempt_expiresAt_idx" ON "SignInAttempt"("expiresAt");

-- CreateIndex
CREATE INDEX "ManagementGrant_tenantId_idx" ON "ManagementGrant"("tenantId");

-- CreateIndex
CREATE INDEX "GroupMember_tenantId_principalId_idx" ON "GroupMember"("tenantId", "principalId");

-- CreateIndex
CREATE INDEX "AgencyActor_tenantId_principalId_idx" ON "AgencyActor"("tenantId", "principalId");

-- CreateIndex
CREATE UNIQUE INDEX "EnterpriseProject_tenantId_id_key" ON "EnterpriseProject"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "EnterpriseProject_tenantId_nameKey_key" ON "EnterpriseProject"("tenantId", "nameKey");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_status_id_idx" ON "Workspace"("tenantId", "status", "id");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_createdAt_id_idx" ON "Workspace"("tenantId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_updatedAt_id_idx" ON "Workspace"("tenantId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_ownerId_idx" ON "Workspace"("tenantId", "ownerId");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_enterpriseProjectId_idx" ON "Workspace"("tenantId", "enterpriseProjectId");

-- CreateIndex
CREATE INDEX "Workspace_tenantId_authorizationType_nameKey_idx" ON "Workspace"("tenantId", "authorizationType", "nameKey");

-- CreateIndex
CREATE INDEX "Workspace_searchKey_idx" ON "Workspace" USING GIN ("searchKey" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_tenantId_id_key" ON "Workspace"("tenantId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_tenantId_nameKey_key" ON "Workspace"("tenantId", "nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_tenantId_slug_key" ON "Workspace"("tenantId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_tenantId_builtIn_key" ON "Workspace"("tenantId", "builtIn");

-- CreateIndex
CREATE INDEX "Membership_tenantId_principalId_idx" ON "Membership"("tenantId", "principalId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_workspaceId_principalId_key" ON "Membership"("workspaceId", "principalId");

-- CreateIndex
CREATE INDEX "WorkspaceVisit_tenantId_principalId_visitedAt_idx" ON "WorkspaceVisit"("tenantId", "principalId", "visitedAt");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_at_id_idx" ON "AuditEntry"("tenantId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_workspaceId_at_id_idx" ON "AuditEntry"("tenantId", "workspaceId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_xid_id_idx" ON "AuditEntry"("tenantId", "xid", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_entryId_key" ON "AuditSeal"("entryId");

-- CreateIndex
CREATE INDEX "AuditPersonal_tenantId_subjectId_idx" ON "AuditPersonal"("tenantId", "subjectId");

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeLink" ADD CONSTRAINT "OneTimeLink_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ManagementGrant" ADD CONSTRAINT "ManagementGrant_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_tenantId_groupId_fkey" FOREIGN KEY ("tenantId", "groupId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyActor" ADD CONSTRAINT "AgencyActor_tenantId_agencyId_fkey" FOREIGN KEY ("tenantId", "agencyId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgencyActor" ADD CONSTRAINT "AgencyActor_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_tenantId_enterpriseProjectId_fkey" FOREIGN KEY ("tenantId", "enterpriseProjectId") REFERENCES "EnterpriseProject"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Workspace" ADD CONSTRAINT "Workspace_tenantId_ownerId_fkey" FOREIGN KEY ("tenantId", "ownerId") REFERENCES "Principal"("tenantId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_tenantId_workspaceId_fkey" FOREIGN KEY ("tenantId", "workspaceId") REFERENCES "Workspace"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkspaceVisit" ADD CONSTRAINT "WorkspaceVisit_tenantId_workspaceId_fkey" FOREIGN KEY ("tenantId", "workspaceId") REFERENCES "Workspace"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkspaceVisit" ADD CONSTRAINT "WorkspaceVisit_tenantId_principalId_fkey" FOREIGN KEY ("tenantId", "principalId") REFERENCES "Principal"("tenantId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
