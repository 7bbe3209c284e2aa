import type { Metadata } from "next";
import { EnterpriseProjectsTable } from "#components/enterprise-projects/enterprise-projects-table.tsx";
import { NewEnterpriseProjectButton } from "#components/enterprise-projects/new-button.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { listEnterpriseProjects } from "#lib/enterprise-projects/queries.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("enterpriseProjects.title") };
}

export default consolePage<"/account/enterprise-projects">(async () => {
  const [{ data }, t] = await Promise.all([load(listEnterpriseProjects), getT()]);
  return (
    <>
      <LiveRefresh topics={["enterpriseProjects", "workspaces"]} />
      <PageHeader title={t("enterpriseProjects.title")} subtitle={t("enterpriseProjects.subtitle")}>
        <NewEnterpriseProjectButton />
      </PageHeader>
      <EnterpriseProjectsTable projects={data} />
    </>
  );
});
