interface MarkProps {
  readonly className?: string;
}

/** The studio's sign: a path that descends into a valley. */
export function Mark({ className }: MarkProps) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={className}>
      <rect width="24" height="24" rx="6.5" fill="var(--accent)" />
      <path
        d="M5 6.5c.9 7.2 3.2 11 7 11s6.1-3.8 7-11"
        fill="none"
        stroke="#fff"
        strokeOpacity="0.45"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <path
        d="M6.3 9.2 8.9 14.4 11 14.1 12 17.3"
        fill="none"
        stroke="#fff"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="12" cy="17.4" r="1.9" fill="#fff" />
    </svg>
  );
}
