import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { closeDatabase } from "#lib/db.ts";
import { aTenant, type Tenant } from "#lib/testing/factories.ts";
import { cookieFor } from "./session.ts";

export { expect };

type Person = { id: string; tenantId: string };

/** What went wrong behind the page. Empty at the end of each test, or the test fails. */
class Troubles {
  // What looks at a workspace while it goes away hears so, and so does the frame that looks while somebody signs out; the
  // page shows it, and the browser notes the answer.
  private readonly expected: RegExp[] = [
    /status of 404 .*\/api\/v1\/workspaces\//,
    /status of 401 .*\/api\/v1\/switcher/,
  ];
  private readonly found: string[] = [];

  /** For a test that is about something going wrong. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  watch(context: BrowserContext, origin: string): void {
    context.on("console", (message) => {
      if (message.type() === "error") this.found.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.found.push(`page: ${error.error().message}`));
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // Whoever leaves a page gives up what it was still loading, event streams among it.
      if (request.url().startsWith(origin) && why !== "net::ERR_ABORTED")
        this.found.push(`request: ${request.url()} ${why}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 500) this.found.push(`response: ${response.url()} ${response.status()}`);
    });
  }

  get unexpected(): string[] {
    return this.found.filter((trouble) => !this.expected.some((pattern) => pattern.test(trouble)));
  }
}

type Fixtures = {
  /** A tenant of this test alone. */
  acme: Tenant;
  troubles: Troubles;
  /** Signs `page` in. Called again, somebody else sits down at the same browser. */
  signInAs(person: Person): Promise<void>;
  /** A browser of their own, signed in. */
  openAs(person: Person): Promise<Page>;
};

async function giveCookie(context: BrowserContext, person: Person, url: string): Promise<void> {
  await context.addCookies([{ ...(await cookieFor(person)), url, httpOnly: true, sameSite: "Lax" }]);
}

export const test = base.extend<Fixtures, { database: void }>({
  database: [
    async ({}, use) => {
      await use();
      await closeDatabase();
    },
    { scope: "worker", auto: true },
  ],
  acme: async ({ database: _open }, use) => use(await aTenant()),
  troubles: [
    async ({ context, baseURL }, use) => {
      const troubles = new Troubles();
      troubles.watch(context, baseURL!);
      await use(troubles);
      expect(troubles.unexpected, "errors behind the page").toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ context, baseURL }, use) => use((person) => giveCookie(context, person, baseURL!)),
  openAs: async ({ browser, baseURL, troubles }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      opened.push(context);
      troubles.watch(context, baseURL!);
      await giveCookie(context, person, baseURL!);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
});

/** Still an experiment of axe: it takes what stands beside a label, hidden from readers (initials, a type), for the label. */
const EXPERIMENTAL = { "label-content-name-mismatch": { enabled: false } };
const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails on what keeps somebody out: WCAG 2.2 AA, as far as a machine can tell. */
export async function axe(page: Page): Promise<void> {
  // What is still appearing is pale. What turns for ever is left alone.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return Promise.allSettled(ending.map(({ finished }) => finished));
  });
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: WCAG_2_2_AA, rules: EXPERIMENTAL, resultTypes: ["violations"] })
    .setLegacyMode() // without frames there is nothing to put together in a page of its own
    .analyze();
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join("\n  ")}`,
  );
  expect(told, `accessibility of ${page.url()}`).toEqual([]);
}
