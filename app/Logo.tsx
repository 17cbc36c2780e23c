import './Logo.css';

export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="logo-ground" />
      <path d="M6 10h10M9 16h7M7 22h9" className="logo-requests" />
      <path d="M18.5 5v22" className="logo-abort" />
      <path d="M23 16h4" className="logo-next" />
    </svg>
  );
}
