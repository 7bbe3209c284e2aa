import { consumeLink } from "#lib/auth/links.ts";
import { command } from "#lib/use-case.ts";
import { createTenant } from "./create.ts";
import { setup, setupDone } from "./schema.ts";

export const completeSetup = command({
  name: "tenants.completeSetup",
  summary: "Make the first tenant and its Super Admin by the setup link, which works once.",
  in: "anyone",
  needs: { nothing: true },
  input: setup,
  output: setupDone,
  async run({ tx, visit }, { token, tenantName, name, email, password }) {
    await consumeLink(tx, token, ["SETUP"]); // others who hold the same link wait here, and then find it used
    const superAdmin = { name, email, password };
    const created = await createTenant(tx, { name: tenantName, superAdmin }, { ...visit, through: "link" });
    return { tenantId: created.tenantId, name: created.name, email };
  },
  audit: () => null, // createTenant writes the entry: there is no caller yet
});
