/** Addresses that the document links to. Word keeps them in a part of their own, by name. */
export interface DocxLinks {
  /** Name of the link to an address, the same for the same one; undefined where Word would refuse the whole file. */
  readonly nameOf: (url: string) => string | undefined;
  /** Name by address, in order of first use. */
  readonly namesByAddress: ReadonlyMap<string, string>;
}

export const createDocxLinks = (): DocxLinks => {
  const namesByAddress = new Map<string, string>();
  return {
    namesByAddress,
    nameOf: (url) => {
      const address = toAddress(url);
      if (address === undefined) return undefined;
      const name = namesByAddress.get(address) ?? `Link${namesByAddress.size + 1}`;
      namesByAddress.set(address, name);
      return name;
    },
  };
};

/** What Word still follows: a longer one makes it call the file damaged. */
const mostCharacters = 2_000;

/**
 * The address in the strict form that Word asks for: it calls a file damaged over one bad link. Undefined for what no
 * program reads as a web or mail address, and for one of more than 2 000 characters.
 */
const toAddress = (url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return undefined;
  const [beforeHash = '', ...fragments] = href.split('#');
  // Only the host may hold square brackets, and a fragment no second number sign.
  const host = /^[a-z]+:\/\/[^/?]*/.exec(beforeHash)?.[0] ?? '';
  const address = [
    host + toPlain(beforeHash.slice(host.length)),
    ...fragments.slice(0, 1).map(() => toPlain(fragments.join('#'))),
  ].join('#');
  return address.length > mostCharacters ? undefined : address;
};

const toPlain = (part: string): string =>
  part
    .replaceAll(/%(?![\da-f]{2})/gi, '%25')
    .replaceAll(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character));
