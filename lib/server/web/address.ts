import type { IncomingHttpHeaders } from "node:http";
import ipaddr from "ipaddr.js";

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** `networks`: addresses and CIDR ranges, already checked by lib/env.ts. */
export function trustOf(networks: readonly string[]): (address: string) => boolean {
  const ranges: Network[] = networks.map((network) => {
    if (network.includes("/")) return ipaddr.parseCIDR(network);
    const address = ipaddr.process(network);
    return [address, address.kind() === "ipv4" ? 32 : 128];
  });
  return (address) => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
  };
}

/**
 * Who really asks: the peer, or, as long as that is a trusted proxy, the one before it in X-Forwarded-For, from right to
 * left. What an untrusted peer claims does not count. IPv4 in IPv6 form becomes IPv4.
 */
export function clientAddress(
  peer: string,
  headers: IncomingHttpHeaders,
  trusted: (address: string) => boolean,
): string {
  const chain = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  let address = normal(peer);
  while (trusted(address)) {
    const before = normal(chain.pop() ?? "");
    if (!before) break;
    address = before;
  }
  return address;
}

function normal(text: string): string {
  const bare = text
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : "";
}
