// A small set of line icons on a 24 × 24 grid. They accompany a word and are hidden from screen readers.

const SHAPES = {
  home: "M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-6h4v6",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.3 3.3 0 0 1 0 6.3M18 14.5a6 6 0 0 1 3.5 5.5",
  person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 21a7.5 7.5 0 0 1 15 0",
  family: "M8 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 20v-2a5.5 5.5 0 0 1 11 0v2M17.5 14a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM16 20v-.5a3.3 3.3 0 0 1 5.5-2.5",
  upload: "M12 16V4M7 9l5-5 5 5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3",
  download: "M12 4v12M7 11l5 5 5-5M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3",
  copies: "M9 8h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1ZM16 8V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3",
  folder: "M3 7a2 2 0 0 1 2-2h4l2 2.5h8a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2Z",
  heart: "M12 20S4 15.3 4 9.5A4.3 4.3 0 0 1 12 7.3 4.3 4.3 0 0 1 20 9.5C20 15.3 12 20 12 20Z",
  services: "M12 3v18M3 12h18M6 6h12v12H6Z",
  chart: "M4 20h16M6.5 20v-6M11 20V6M15.5 20v-9M20 20V4",
  table: "M4 5h16v14H4ZM4 10h16M4 14.5h16M10 10v9",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 9h17M3.5 15h17M12 3c2.5 2.5 3.5 5.5 3.5 9s-1 6.5-3.5 9c-2.5-2.5-3.5-5.5-3.5-9S9.5 5.5 12 3Z",
  calendar: "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM8 3.5v4M16 3.5v4M4 11h16",
  meeting: "M4 5h16v11H4ZM9 20h6M12 16v4M8 9h8M8 12h5",
  decision: "M12 4v16M6 20h12M5 7h14M5 7l-3 7a3.3 3.3 0 0 0 6 0ZM19 7l-3 7a3.3 3.3 0 0 0 6 0Z",
  task: "M9 5H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V6a1 1 0 0 0-1-1h-3M9 3.5h6v3H9ZM8.5 13.5l2.5 2.5 4.5-5",
  inbox: "M4 13 6.5 5h11L20 13v6H4ZM4 13h4.5l1.5 2.5h4L15.5 13H20",
  send: "M20.5 3.5 3.5 10l7 3.5 3.5 7ZM10.5 13.5l10-10",
  quote: "M5 5h14v12h-8l-4 3.5V17H5ZM9 10h6M9 13h4",
  settings: "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21",
  plus: "M12 5v14M5 12h14",
  check: "M5 12.5l4.5 4.5L19 7.5",
  cross: "M6 6l12 12M18 6 6 18",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3.5 2",
  alert: "M12 4 2.5 20h19ZM12 10v4.5M12 17.3v.2",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5v.2",
  pause: "M9 6v12M15 6v12",
  edit: "M4 20h4L19 9l-4-4L4 16ZM13 7l4 4",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z",
  device: "M4 5h16v11H4ZM9 20h6M12 16v4",
  menu: "M4 7h16M4 12h16M4 17h16",
  right: "M9 6l6 6-6 6",
  down: "M6 9l6 6 6-6",
  leave: "M14 5H6a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h8M10 12h10M17 9l3 3-3 3",
  file: "M13 3.5H7a1 1 0 0 0-1 1v15a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V8.5ZM13 3.5v5h5",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  lock: "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75"
         strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      <path d={SHAPES[name]} />
    </svg>
  );
}

/** The mark: a road that leads to a lit doorway. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false" style={{ flexShrink: 0 }}>
      <path d="M4 15 16 4l12 11v13H4Z" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinejoin="round" />
      <path d="M11 28V20a5 5 0 0 1 10 0v8Z" fill="var(--hw-accent)" />
    </svg>
  );
}
