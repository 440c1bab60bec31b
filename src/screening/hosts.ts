/**
 * The carrier a host name stands for, by the trunk's map of domains: `pcscf1.kddi.example` is covered by `kddi.example`,
 * never by `di.example`. The longest covering domain wins. Host names carry no case (RFC 4343).
 */
export function carrierOfHost(host: string | null, hosts: Readonly<Record<string, string>>): string | null {
  if (host === null) return null;
  const name = host.toLowerCase();
  let longest = 0;
  let carrier: string | null = null;
  for (const domain in hosts) {
    if (domain.length > longest && isWithin(name, domain.toLowerCase())) {
      longest = domain.length;
      carrier = hosts[domain] ?? null;
    }
  }
  return carrier;
}

function isWithin(host: string, domain: string): boolean {
  if (!host.endsWith(domain)) return false;
  return host.length === domain.length || host[host.length - domain.length - 1] === '.';
}
