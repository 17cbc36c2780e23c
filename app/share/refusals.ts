import { LARGEST_PAYLOAD, megabytes } from './unpack';

/** Why a link is not opened, and what to do: the same words in every version. */
export const refusal = {
  altered:
    'This link was altered on its way: its checksum does not fit. Copy it again from where it came.',
  broken: 'This link does not unpack: whatever made it is not this page.',
  noProject: 'This link does not hold a project: whatever made it is not this page.',
  tooLarge: `This link is refused: it unpacks to more than ${megabytes(LARGEST_PAYLOAD)}.`,
  cutShort: (data: string) =>
    `This link is cut short: only ${data.length} characters of its project arrived. Copy the whole link from where it came.`,
  strange: (character: string) =>
    `This link was altered: it has a ${JSON.stringify(character)} in it, which no link has. Copy it again from where it came.`,
};
