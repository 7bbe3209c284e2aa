-- Refusals are few among many. An index that begins with the outcome would not do: behind a policy a comparison of enums
-- uses none, being not leakproof; the condition of a partial one asks for no comparison. As an expression it is left alone
-- by schema diffs.
CREATE INDEX "AuditEntry_refused" ON "AuditEntry" ("tenantId", at, id, (NULL::int)) WHERE outcome = 'REFUSED';

-- CreateIndex
CREATE INDEX "AuditEntry_tenantId_requestId_idx" ON "AuditEntry"("tenantId", "requestId");

-- CreateIndex
CREATE INDEX "AuditPersonal_tenantId_value_idx" ON "AuditPersonal"("tenantId", "value");

-- Whoever looks at the log hears of each new entry, whatever wrote it: a command, a sign-in, a refusal, the worker. The
-- same hint within one transaction is sent once.
CREATE FUNCTION atrium_tell_audit() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('atrium_live', json_build_object('tenantId', a.tenant, 'topic', 'audit')::text)
  FROM (SELECT DISTINCT "tenantId" AS tenant FROM added) a;
  RETURN NULL;
END $$;
CREATE TRIGGER "tell" AFTER INSERT ON "AuditEntry" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION atrium_tell_audit();
