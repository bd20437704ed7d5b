// Which addresses may be connected to.
import ipaddr from 'ipaddr.js';

/** What may be connected to. */
export interface Reach {
  /** Whether the operator's own network may be: this machine and private addresses. */
  readonly allowPrivate: boolean;
}

/** What an operator's own network is made of, by the names that ipaddr.js has for the registries of IANA. */
const PRIVATE_RANGES = [
  'private',
  'loopback',
  'carrierGradeNat',
  'uniqueLocal',
  'deprecatedSiteLocal',
] as const satisfies readonly string[];

/**
 * Where clouds tell a machine its credentials, outside link-local addresses, which are never reached: the documentation of
 * Alibaba Cloud, Azure, Amazon EC2 and Google Compute Engine. No article is there, whatever is allowed.
 */
const METADATA = ['100.100.100.200', '168.63.129.16', 'fd00:ec2::254', 'fd20:ce::254'];

/** Addresses of IPv6 that IANA has given out for unicast; what it has not is nobody's (RFC 4291, 2.4). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

/**
 * Names that never leave this machine or its network (RFC 6761, RFC 6762, RFC 8375, and `.internal`, which ICANN reserved in
 * 2024 and clouds use for their metadata); they are refused without asking for them.
 */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|localdomain|home\.arpa)$/;

/**
 * Whether an address of IPv4 or IPv6 may be connected to: one of the public internet, or of a private network where that is
 * allowed. What is neither is refused: links, multicast, reserved ranges, and addresses with another one inside (IPv4-mapped,
 * 6to4, Teredo, NAT64), since the public internet has none of them.
 */
export function mayReach(address: string, { allowPrivate }: Reach): boolean {
  if (!ipaddr.isValid(address)) return false;
  // As a system writes 127.0.0.1 where it speaks IPv6 alone; only an operator's own network may be written so.
  const parsed = allowPrivate ? ipaddr.process(address) : ipaddr.parse(address);
  if (METADATA.some((one) => ipaddr.parse(one).toString() === parsed.toString())) return false;
  const range = parsed.range();
  if (range === 'unicast') return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
  return allowPrivate && PRIVATE_RANGES.some((one) => one === range);
}

/** Whether a name is one of this machine or of its network by what it is, whatever it leads to; without a dot at its end. */
export function isPrivateName(name: string): boolean {
  return PRIVATE_NAME.test(name);
}
