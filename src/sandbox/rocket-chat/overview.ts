/** What the metrics look at in a visitor's room, in the vendor's own shape. */
export interface Room {
  readonly servedBy?: { readonly username: string };
  /** Who answered the visitor last; missing while the visitor waits. */
  readonly responseBy?: { readonly username: string };
  readonly metrics?: {
    readonly chatDuration?: number;
    readonly response?: { readonly ft?: number; readonly avg?: number };
    readonly reaction?: { readonly ft?: number };
  };
  readonly msgs?: number;
}

/** A table of one figure per agent. */
export interface Overview {
  readonly head: readonly { readonly name: string }[];
  readonly data: readonly { readonly name: string; readonly value: string | number }[];
}

type Owner = 'servedBy' | 'responseBy';
type Figure = (room: Room) => number | undefined;

interface Metric {
  /** The second column's heading, where it is not the metric's name. */
  readonly heading?: string;
  readonly owner: Owner;
  readonly figure: Figure;
  /** Makes one value of an agent's figures; `rooms` is the number of all agents' figures. */
  readonly value: (figures: readonly number[], rooms: number) => string | number;
  readonly descending: boolean;
}

const METRICS: Readonly<Record<string, Metric>> = {
  Total_conversations: {
    heading: '%_of_conversations',
    owner: 'servedBy',
    figure: () => 1,
    value: (figures, rooms) => `${((figures.length / rooms) * 100).toFixed(2)}%`,
    descending: true,
  },
  Avg_chat_duration: {
    owner: 'servedBy',
    figure: ({ metrics }) => metrics?.chatDuration,
    value: (figures) => clockTime(mean(figures)),
    descending: true,
  },
  Total_messages: {
    owner: 'servedBy',
    figure: ({ msgs }) => msgs,
    value: sum,
    descending: true,
  },
  Avg_first_response_time: {
    owner: 'responseBy',
    figure: ({ metrics }) => metrics?.response?.ft,
    value: (figures) => clockTime(mean(figures)),
    descending: false,
  },
  Best_first_response_time: {
    owner: 'responseBy',
    figure: ({ metrics }) => metrics?.response?.ft,
    value: (figures) => clockTime(Math.min(...figures)),
    descending: false,
  },
  Avg_response_time: {
    owner: 'servedBy',
    figure: ({ metrics }) => metrics?.response?.avg,
    value: (figures) => clockTime(mean(figures)),
    descending: false,
  },
  Avg_reaction_time: {
    owner: 'servedBy',
    figure: ({ metrics }) => metrics?.reaction?.ft,
    value: (figures) => clockTime(mean(figures)),
    descending: false,
  },
};

/** Works one metric out over rooms; null where there is no such metric. */
export function overview(name: string, rooms: readonly Room[]): Overview | null {
  const metric = Object.hasOwn(METRICS, name) ? METRICS[name] : undefined;
  if (metric === undefined) return null;
  const figures = figuresByAgent(rooms, metric);
  const all = [...figures.values()].reduce((count, ofAgent) => count + ofAgent.length, 0);
  const data = [...figures].map(([agent, ofAgent]) => ({ name: agent, value: metric.value(ofAgent, all) }));
  const sign = metric.descending ? -1 : 1;
  return {
    head: [{ name: 'Agent' }, { name: metric.heading ?? name }],
    // Of "01:02:03" only the hours count, so rows of short times stay in the order of the rooms.
    data: data.sort((one, other) => sign * (leadingNumber(one.value) - leadingNumber(other.value))),
  };
}

/** A figure of zero counts as none. */
function figuresByAgent(rooms: readonly Room[], { owner, figure }: Metric): Map<string, number[]> {
  const figures = new Map<string, number[]>();
  for (const room of rooms) {
    const agent = room[owner]?.username;
    const value = figure(room);
    if (agent === undefined || !value) continue;
    const ofAgent = figures.get(agent);
    if (ofAgent === undefined) figures.set(agent, [value]);
    else ofAgent.push(value);
  }
  return figures;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

const mean = (figures: readonly number[]) => sum(figures) / figures.length;

const leadingNumber = (value: string | number) => Number.parseFloat(String(value));

/** Hours may need three digits, and as the seconds are rounded last, there may be sixty of them. */
function clockTime(seconds: number): string {
  const rounded = Number(seconds.toFixed(2));
  const hours = Math.floor(rounded / 3600);
  const minutes = Math.floor((rounded - hours * 3600) / 60);
  const rest = Math.round(rounded - hours * 3600 - minutes * 60);
  return [hours, minutes, rest].map((part) => String(part).padStart(2, '0')).join(':');
}
