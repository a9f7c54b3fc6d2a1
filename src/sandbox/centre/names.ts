const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** First names of the made-up members of staff. */
export const FIRST_NAMES = words(`
  Amara Bilal Chiara Dmitri Elif Fatou Gustavo Hana Ibrahim Jorun Kavya Lorenzo Mireille Nadia Oluwaseun Pilar
  Quentin Rukmini Stellan Tomoko Ulrike Vasco Wanjiru Xiadani Yusuf Zoë Anselm Bronwen Casimir Dalisay Emeka Freya
  Ghislaine Henrique Ingrid Jaleh Keanu Leila Małgorzata Nikhil Odalys Petra Rafael Siobhán Thandiwe Umberto Vesna
  Wilhelmina Ximena Yaroslav Zainab Aurelio Birgitta Cillian Desta Eskil Farah Grzegorz Hinewai Isaura
`);

/** Last names of the made-up members of staff. */
export const LAST_NAMES = words(`
  Abiodun Bergström Castellanos Dlamini Eriksen Farrokhzad Gupta Haugen Iwasaki Jovanović Kowalczyk Lindqvist Mbeki
  Novak O'Brien Pereira Quispe Rautio Sørensen Tanaka Ueda Vasquez Wekesa Xu Yıldız Zieliński Acheampong
  Bhattacharya Carvalho Demirel Echeverría Fontaine Grünwald Horváth Ilves Jansen Kruger Lefèvre Moreau Nakamura
  Okonkwo Petrov Rahman Sandoval Takahashi Usman Villanueva Wójcik Yamada Zamora Almeida Bianchi Chukwu Dubois Eze
  Ferrari Garcia-Vega Hoang Ivanova Jensen Kaplan Laurent Murray Ndiaye Olsen Papadakis Ramírez Silva Thorsen
  Urbina Varga Whitcombe Xenakis Yeboah Zhou Andersson Botha Cooke Duarte Eklund
`);

const LETTERS_WITHOUT_A_BASE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ı: 'i', đ: 'd' };

const PLAIN = new Map([...FIRST_NAMES, ...LAST_NAMES].map((name) => [name, asciiLetters(name)]));

/** One of the names above as it stands in an address: lower-case ASCII letters only. */
export const plainLetters = (name: string): string => PLAIN.get(name) ?? asciiLetters(name);

function asciiLetters(name: string): string {
  return name
    .toLowerCase()
    .replace(/[łøıđ]/g, (letter) => LETTERS_WITHOUT_A_BASE[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

/** The same address with capitals, as people type it into some forms: `Amara.Novak@example.com`. */
export function capitalised(address: string): string {
  const [mailbox = '', domain = ''] = address.split('@');
  return `${mailbox.replace(/(^|\.)[a-z]/g, (start) => start.toUpperCase())}@${domain}`;
}
