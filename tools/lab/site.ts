/** What the laboratory's Asterisk has of its own: addresses, ports, two telephones, and two trunks of unusual keys. */

export const LOOPBACK = '127.0.0.1';
export const OFFICE_PHONE = '127.0.1.100';
export const SECOND_PHONE = '127.0.1.101';
export const HIKARI = '127.0.1.10';
export const ARI_USER = 'denwaban';

export interface Site {
  readonly sipPort: number;
  readonly httpPort: number;
  readonly officePort: number;
  readonly outsidePort: number;
  readonly rtpStart: number;
  readonly rtpEnd: number;
  readonly ariPassword: string;
}

/** The files of `site/`: all that differs from one installation to the next. */
export function siteFiles(site: Site): Readonly<Record<string, string>> {
  return {
    'site/transport.conf': `
[transport-udp]
type = transport
protocol = udp
bind = ${LOOPBACK}:${site.sipPort}
`,
    'site/http.conf': `
bindaddr = ${LOOPBACK}
bindport = ${site.httpPort}
`,
    'site/ari-user.conf': `
[${ARI_USER}]
type = user
read_only = no
password_format = plain
password = ${site.ariPassword}
`,
    'site/office.conf': `${phoneOf('office-phone', OFFICE_PHONE, site.officePort)}
[hikari]
type = aor
contact = sip:${HIKARI}:${site.outsidePort}
${phoneOf('office-phone-2', SECOND_PHONE, site.officePort)}${trunkOf('inband', '127.0.1.60', 'inband')}${trunkOf('info', '127.0.1.70', 'info')}`,
    'site/rtp.conf': `
rtpstart = ${site.rtpStart}
rtpend = ${site.rtpEnd}
`,
  };
}

/** A telephone as in site/office.conf. */
function phoneOf(name: string, address: string, port: number): string {
  return `
[${name}]
type = endpoint
transport = transport-udp
context = office-outbound
disallow = all
allow = ulaw,alaw
direct_media = no
aors = ${name}

[${name}]
type = aor
contact = sip:${name}@${address}:${port}

[${name}-address]
type = identify
endpoint = ${name}
match = ${address}
`;
}

/** A trunk as in pjsip.conf, whose keys travel otherwise; its calls take the way of `from-hikari`. */
function trunkOf(name: string, address: string, dtmfMode: 'inband' | 'info'): string {
  return `
[${name}]
type = endpoint
transport = transport-udp
context = from-hikari
disallow = all
allow = ulaw,alaw
direct_media = no
dtmf_mode = ${dtmfMode}
rtp_symmetric = yes
force_rport = yes
rewrite_contact = yes

[${name}-address]
type = identify
endpoint = ${name}
match = ${address}
`;
}
