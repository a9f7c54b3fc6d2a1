const VERSIONS = ['3.4', '3.5', '3.6'] as const;

/** A version of LiveChat's API. */
export type Version = (typeof VERSIONS)[number];

/** The version that an address names, such as `v3.6`; undefined for one that the imitation does not speak. */
export function readVersion(text: string | undefined): Version | undefined {
  return VERSIONS.find((version) => `v${version}` === text);
}

/** What answers of an old version carry: the day on which its stage ends. These days are made up. */
export const LIFECYCLE_HEADERS: Readonly<Record<Version, Readonly<Record<string, string>>>> = {
  '3.4': { Deprecation: '2026-12-31' },
  '3.5': { Legacy: '2027-03-31' },
  '3.6': {},
};
