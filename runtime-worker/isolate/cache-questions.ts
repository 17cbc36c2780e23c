import type { CacheAnswer, CacheQuestion } from '../protocol';
import { checkHead } from './head-bounds';
import type { Tell } from './tell';

/** What was asked of the service's `caches`, which the supervisor keeps. */
export class CacheQuestions {
  readonly #tell: Tell;
  readonly #asked = new Map<number, (answer: CacheAnswer) => void>();
  #last = 0;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** @throws {TypeError} where it is more than can be asked. */
  ask(question: CacheQuestion): Promise<CacheAnswer> {
    checkHead('request', { url: question.url, headers: question.requested });
    if (question.type === 'put') checkHead('response', question);
    this.#last += 1;
    const number = this.#last;
    return new Promise((resolve) => {
      this.#asked.set(number, resolve);
      this.#tell({ type: 'cacheAsked', number, question });
    });
  }

  answered(number: number, answer: CacheAnswer): void {
    this.#asked.get(number)?.(answer);
    this.#asked.delete(number);
  }
}
