import { expect, type Locator } from "@playwright/test";

/**
 * Waits until what the server sent has come to life. A press before that is lost, for people as well; they are slower.
 * React leaves its mark on an element when it takes it over.
 */
export async function alive(control: Locator): Promise<void> {
  const taken = () =>
    control.first().evaluate((element) => Object.keys(element).some((key) => key.startsWith("__react")));
  await expect.poll(taken, { message: "the page comes to life" }).toBe(true);
}
