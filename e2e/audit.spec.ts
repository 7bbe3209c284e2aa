import { as } from "#lib/testing/callers.ts";
import { aUser, aWorkspace } from "#lib/testing/factories.ts";
import { disableWorkspace, modifyWorkspace } from "#lib/workspaces/commands.ts";
import { axe, expect, test } from "./fixtures.ts";
import { alive } from "./pages/ready.ts";

test("what was done and what was refused, by whom and on what", async ({ page, acme, signInAs }) => {
  const mei = await aUser(acme, { name: "Lin Mei", management: ["audit.view"] });
  const members = [{ who: mei, roles: ["visitor"] }];
  const lab = await aWorkspace(acme, { name: "vision-lab", members });
  const { id, slug } = lab;
  const enterpriseProjectId = acme.enterpriseProjectId;
  const changes = { version: 1, name: "Vision-Lab", description: "", enterpriseProjectId, publicRole: "visitor" };
  await as(acme.superAdmin).run(
    modifyWorkspace,
    { ...changes, authorizationType: "INTERNAL", add: [], remove: [], role: "visitor" },
    { workspace: id },
  );
  await expect(as(mei).run(disableWorkspace, { version: 2 }, { workspace: slug })).rejects.toThrow();
  await signInAs(mei);
  const rows = page.getByRole("table", { name: "Audit" }).getByRole("row");
  await page.goto("/account/audit");

  const refused = rows.filter({ hasText: "Refused" });
  await expect(refused.getByRole("cell")).toContainText([/now|ago/, "Lin Mei", "Disable a workspace", "Vision-Lab"]);
  await expect(refused).toContainText("Your roles here (Visitor) do not include");
  const done = rows.filter({ hasText: "Workspace modified" });
  await expect(done.getByRole("cell")).toContainText([/now|ago/, "Rosa Admin", "Workspace modified", "Vision-Lab"]);
  const open = done.getByRole("button", { name: /^Details: Workspace modified/ });
  await alive(open);
  await open.click();
  const details = page.getByRole("dialog", { name: "Workspace modified" });
  await expect(details).toContainText("vision-lab");
  await expect(details.getByRole("definition").filter({ hasText: "192.0.2.7" })).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();

  await done.getByRole("link", { name: "Rosa Admin" }).click();
  await expect(refused).toHaveCount(0);
  await expect(done).toBeVisible();
  await expect(page).toHaveURL(/\/account\/audit\?actor=usr-/);
  await page.goto("/account/audit?outcome=REFUSED&search=disable");
  await expect(rows).toHaveCount(2);
  await expect(refused).toContainText("Lin Mei");
});
