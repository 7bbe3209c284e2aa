import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { definer } from "#lib/db.ts";
import { superAdminOf } from "#lib/server/commands/caller.ts";
import { PROJECT } from "#lib/testing/run.ts";
import { Prisma } from "#prisma/client/client.ts";
import { seedDemo } from "#prisma/seed/demo.ts";
import { TENANT } from "#prisma/seed/demo-data.ts";
import { expect, test } from "./fixtures.ts";

// The pictures of the README, of the demonstration that everybody can make. They are taken in every run, so that what
// they show works; with ATRIUM_PICTURES=1 they replace those in docs/pictures.

const KEPT = path.join(PROJECT, "docs/pictures");

/** The demonstration of this run: whoever comes second finds it made. */
async function demo(): Promise<{ id: string; tenantId: string }> {
  const find = () => definer<{ tenantId: string } | null>(Prisma.sql`atrium_tenant(${TENANT})`);
  if (!(await find())) await seedDemo();
  const { tenantId } = (await find())!;
  const { principalId: id } = await superAdminOf(tenantId);
  return { id, tenantId };
}

async function take(page: Page, name: string): Promise<void> {
  // Whatever still loads or moves would be in the picture.
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const file = path.join(PROJECT, "test-results/pictures", `${name}.png`);
  await page.screenshot({ path: file, animations: "disabled", caret: "hide" });
  if (!test.info().config.metadata.pictures) return;
  mkdirSync(KEPT, { recursive: true });
  copyFileSync(file, path.join(KEPT, `${name}.png`));
}

test("pictures of the main pages", async ({ page, signInAs }) => {
  test.setTimeout(120_000);
  await signInAs(await demo());
  const show = async (address: string, heading: string) => {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
  };

  await show("/workspaces", "Workspaces");
  await expect(page.getByRole("link", { name: "default", exact: true })).toBeVisible();
  await take(page, "workspaces");
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, "workspaces-dark");
  await page.setViewportSize({ width: 390, height: 800 });
  await take(page, "workspaces-phone");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
  await take(page, "palette");
  await page.keyboard.press("Escape");

  await show("/w/team-ml-research", "team-ml-research");
  await take(page, "workspace");
  await show("/w/team-ml-research/members", "Members");
  await take(page, "members");
  await show("/w/team-ml-research/access?cell=notebooks:create", "Access");
  await take(page, "access");
  await show("/account/groups", "Groups");
  await take(page, "groups");
  await show("/account/audit", "Audit");
  await take(page, "audit");
});
