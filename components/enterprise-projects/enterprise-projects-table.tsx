import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { Cell, Head, Row, Table, TableHead } from "#components/ui/table.tsx";
import type { EnterpriseProjectView } from "#lib/enterprise-projects/schema.ts";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import { EnterpriseProjectOperations } from "./operations.tsx";

export async function EnterpriseProjectsTable({ projects }: { projects: readonly EnterpriseProjectView[] }) {
  const t = await getT();
  return (
    <Table label={t("enterpriseProjects.title")}>
      <TableHead>
        <Head>{t("enterpriseProjects.fields.name")}</Head>
        <Head>{t("enterpriseProjects.fields.status")}</Head>
        <Head number>{t("enterpriseProjects.fields.workspaces")}</Head>
        <Head number>{t("enterpriseProjects.fields.created")}</Head>
        <Head number>{t("enterpriseProjects.fields.updated")}</Head>
        <Head>{t("enterpriseProjects.fields.operation")}</Head>
      </TableHead>
      <SteadyRows
        view="all"
        rows={projects.map((project) => ({ id: project.id, node: <ProjectRow project={project} t={t} /> }))}
      />
    </Table>
  );
}

function ProjectRow({ project, t }: { project: EnterpriseProjectView; t: T }) {
  return (
    <Row>
      <Cell className="max-w-90 truncate font-medium max-md:max-w-full" title={project.name}>
        {project.name}
      </Cell>
      <Cell className="whitespace-nowrap">
        <StatusDot tone={project.status === "ENABLED" ? "ok" : "off"}>
          {t(`enterpriseProjects.status.${project.status}`)}
        </StatusDot>
      </Cell>
      <Cell number>
        <span className="mr-1 text-muted md:hidden">{t("enterpriseProjects.fields.workspaces")}</span>
        {t("enterpriseProjects.count", { count: project.workspaces })}
      </Cell>
      <Cell number narrow="hide" className="whitespace-nowrap text-muted">
        <RelativeTime at={project.createdAt} />
      </Cell>
      <Cell number narrow="hide" className="whitespace-nowrap text-muted">
        <RelativeTime at={project.updatedAt} />
      </Cell>
      <Cell className="whitespace-nowrap">
        <EnterpriseProjectOperations project={project} />
      </Cell>
    </Row>
  );
}
