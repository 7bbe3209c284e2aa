import { aWorkspace, anEnterpriseProject } from "#lib/testing/factories.ts";
import { expect, test } from "./fixtures.ts";
import { alive } from "./pages/ready.ts";
import { WorkspacesPage } from "./pages/workspaces.ts";

test("create, rename, disable, enable", async ({ page, acme, signInAs }) => {
  const research = await anEnterpriseProject(acme, { name: "Research" });
  await aWorkspace(acme, { name: "vision-lab", enterpriseProjectId: research.id });
  await signInAs(acme.superAdmin);
  const rowOf = (name: string) => page.getByRole("row").filter({ has: page.getByRole("cell", { name, exact: true }) });
  const open = page.getByRole("main").getByRole("button", { name: "Create Enterprise Project" });
  await page.goto("/account/enterprise-projects");
  await alive(open);

  await test.step("default can be neither renamed nor disabled", async () => {
    await expect(rowOf("default").first().getByRole("button")).toHaveCount(0);
  });

  await test.step("create", async () => {
    await open.click();
    const dialog = page.getByRole("dialog", { name: "Create Enterprise Project" });
    const name = dialog.getByRole("textbox", { name: "Name" });
    const create = dialog.getByRole("button", { name: "Create", exact: true });
    for (const [text, said] of [
      ["", /^Fill in this field\./],
      ["x".repeat(65), /^Use at most 64 characters\./],
      ["ＲＥＳＥＡＲＣＨ", /^There is an enterprise project of this name already\./],
    ] as const) {
      await name.fill(text);
      await create.click();
      await expect(name).toHaveAccessibleDescription(said);
    }
    await name.fill("教学 Teaching");
    await create.click();
    await expect(dialog).toBeHidden();
    await expect(rowOf("教学 Teaching")).toContainText("Enabled");
  });

  await test.step("rename", async () => {
    await rowOf("教学 Teaching").getByRole("button", { name: "Rename" }).click();
    const dialog = page.getByRole("dialog", { name: "Rename 教学 Teaching" });
    const name = dialog.getByRole("textbox", { name: "Name" });
    await expect(name).toHaveValue("教学 Teaching");
    await name.fill("Teaching");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(rowOf("Teaching")).toBeVisible();
  });

  await test.step("a disabled one keeps its workspaces and takes no new ones", async () => {
    await rowOf("Research").getByRole("button", { name: "Disable" }).click();
    const question = page.getByRole("dialog", { name: "Disable Research?" });
    await question.getByRole("button", { name: "Disable" }).click();
    await expect(rowOf("Research")).toContainText("Disabled");
    await expect(rowOf("Research").getByRole("cell").nth(2)).toHaveText(/1$/);
    const list = await new WorkspacesPage(page).open();
    await expect(list.row("vision-lab")).toContainText("Research");
    const dialog = await list.create();
    await dialog.project.click();
    await expect(dialog.dialog.getByRole("option")).toHaveText(["default", "Teaching"]);
    await page.keyboard.press("Escape");
    await dialog.button("Cancel").click();
    const modify = await list.modify("vision-lab");
    await expect(modify.project).toHaveValue("Research");
    await modify.description.fill("Changed all the same");
    await modify.submit.click();
    await modify.gone();
  });

  await test.step("enable", async () => {
    await page.goto("/account/enterprise-projects");
    await alive(open);
    await rowOf("Research").getByRole("button", { name: "Enable" }).click();
    await expect(rowOf("Research")).toContainText("Enabled");
  });
});
