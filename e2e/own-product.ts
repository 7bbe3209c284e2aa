import { closeDatabase } from "#lib/db.ts";
import { type Product, startProduct } from "#lib/testing/product.ts";
import { test as base } from "./fixtures.ts";

export { expect } from "./fixtures.ts";

/**
 * For a story that needs a deployment of its own: `product` is one with nothing in it, under the name that the file gives
 * with `test.use({ deployment })`. The factories of this worker reach its database.
 */
export const test = base.extend<object, { deployment: string; product: Product }>({
  deployment: ["own", { scope: "worker", option: true }],
  product: [
    async ({ deployment }, use) => {
      const product = await startProduct(deployment);
      await use(product);
      await product.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  database: async ({ product: _running }, use) => {
    await use();
    await closeDatabase();
  },
  baseURL: ({ product }, use) => use(product.url),
});
