import { POLICIES, type Policy } from '../../../runtime-worker/index';

const POLICY_DESCRIPTIONS: Record<Policy, string> = {
  abort: 'As in production: the isolate is destroyed at once, a fresh one takes over.',
  condemn:
    'Only the request that calls it ends; the isolate finishes what it has and gets nothing new.',
  process:
    'As workerd does on one machine: the process ends, and the isolates of every Worker with it.',
};

/** Our own key of `wrangler.jsonc`, in the words of a JSON schema; wrangler itself warns of it. */
export const ISOLAB_KEY = {
  type: 'object',
  description:
    'How this playground runs the Worker. Its own key: wrangler says that it does not know it, and deploys all the same.',
  additionalProperties: false,
  properties: {
    policy: {
      enum: POLICIES,
      default: 'abort',
      description: 'What `abortIsolate` does.',
      enumDescriptions: POLICIES.map((policy) => POLICY_DESCRIPTIONS[policy]),
    },
    startup: {
      enum: ['firstEvent', 'atOnce'],
      default: 'firstEvent',
      description: 'When a fresh isolate evaluates its modules.',
      enumDescriptions: [
        'When it gets its first event, as in production.',
        'As soon as it is made.',
      ],
    },
    limiter: {
      type: 'boolean',
      default: true,
      description:
        'Whether a Worker that aborts again and again has to wait before it starts again.',
    },
    outbound: {
      type: 'string',
      description:
        'Name of the Worker of this project that answers what this one asks of the network with `fetch()`.',
    },
    cdn: {
      type: 'string',
      format: 'uri',
      default: 'https://esm.sh',
      description: 'Where npm packages come from, as ES modules.',
    },
  },
} as const;
