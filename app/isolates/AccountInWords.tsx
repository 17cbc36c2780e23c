import { useEffect, useState } from 'react';
import type { Account, CondemnedAccount, MemoryAccount } from './account';
import { memoryInWords } from './memory';
import './AccountInWords.css';

/** What the isolates hold: their memory, and the condemned ones that live. */
export function AccountInWords({ account }: { readonly account: Account }) {
  const { memory, condemned } = account;
  return (
    <div className="account">
      {memory && <Memory memory={memory} />}
      {condemned && <Condemned condemned={condemned} />}
    </div>
  );
}

function Memory({ memory }: { readonly memory: MemoryAccount }) {
  const { service, generation, bytes, limit, condemned } = memory;
  return (
    <p
      className="account-memory"
      data-over={bytes > limit}
      title={`${service}, generation ${generation}${condemned ? ', condemned' : ''}: what its Wasm memories, ArrayBuffers and typed arrays hold`}
    >
      {memoryInWords(memory)}
      <meter className="visually-hidden" aria-label="Memory" max={2 * limit} value={bytes} />
      <span className="account-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, (100 * bytes) / limit)}%` }} />
      </span>
    </p>
  );
}

function Condemned({ condemned }: { readonly condemned: CondemnedAccount }) {
  const now = useNow();
  const { count, since } = condemned;
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return (
    <p title="Condemned isolates finish what they have and then end">
      {count === 1
        ? `1 condemned isolate lives, for ${seconds} s`
        : `${count} condemned isolates live, the oldest for ${seconds} s`}
    </p>
  );
}

/** ms since the page opened, anew every second. */
function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
