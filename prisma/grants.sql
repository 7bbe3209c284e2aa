-- What the application's role may do. Run by the owner after every deploy; `:app` stands for the role's quoted name.
-- It owns none of these tables and may not bypass their policies.
GRANT USAGE ON SCHEMA public TO :app;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :app;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  "Principal", "Credential", "Session", "OneTimeLink", "ManagementGrant", "GroupMember", "AgencyActor",
  "EnterpriseProject", "Workspace", "CustomRole", "Membership", "WorkspaceVisit", "ChosenColumns" TO :app;
GRANT SELECT, INSERT, UPDATE ON "Tenant" TO :app;

-- The audit log can be added to, never changed; only the readable side of a digest may be replaced by a pseudonym.
GRANT SELECT, INSERT ON "AuditEntry", "AuditSeal" TO :app;
GRANT SELECT, INSERT, UPDATE ON "AuditPersonal" TO :app;

-- Extension functions (trigrams) and the definer functions of migration 0002.
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO :app;
