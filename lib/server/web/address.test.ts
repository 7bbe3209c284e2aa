import { expect, test } from "vitest";
import { clientAddress, trustOf } from "./address.ts";

const trusted = trustOf(["10.0.0.0/8", "192.168.7.7", "fd00::/8"]);

test.each([
  // peer, X-Forwarded-For, who asks
  ["203.0.113.5", "1.2.3.4", "203.0.113.5"], // what a stranger claims does not count
  ["203.0.113.5", undefined, "203.0.113.5"],
  ["10.0.0.1", "1.2.3.4", "1.2.3.4"],
  ["10.0.0.1", "6.6.6.6, 1.2.3.4", "1.2.3.4"], // the proxy vouches for the last one only
  ["10.0.0.1", "1.2.3.4, 10.9.9.9, 192.168.7.7", "1.2.3.4"],
  ["10.0.0.1", "10.1.1.1", "10.1.1.1"],
  ["10.0.0.1", "", "10.0.0.1"],
  ["10.0.0.1", "1.2.3.4, unknown", "10.0.0.1"],
  ["10.0.0.1", "1.2.3.4:51000", "1.2.3.4"],
  ["fd00::1", "[2001:db8::9]:443", "2001:db8::9"],
  ["::ffff:10.0.0.1", "::ffff:1.2.3.4", "1.2.3.4"],
  ["", "1.2.3.4", ""],
])("peer %j with X-Forwarded-For %j is %j", (peer, forwarded, address) => {
  expect(clientAddress(peer, { "x-forwarded-for": forwarded }, trusted)).toBe(address);
});

test("nobody is trusted unless named", () => {
  expect(trustOf([])("127.0.0.1")).toBe(false);
});
