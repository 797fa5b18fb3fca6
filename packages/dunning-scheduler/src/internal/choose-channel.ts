import { CHANNELS, type Channel } from '../channels.js';
import type { Attempt } from './case-state.js';
import type { CompiledStep } from './compile-policy.js';
import type { Walk } from './walk.js';

/** Calls that nobody answered, after which a step goes over another channel. */
const MAX_UNANSWERED_CALLS = 3;

/** The channels, by index, over which a step is to go, in order; and why each, and why not the others. */
export function chooseChannels(
  walk: Walk,
  step: CompiledStep,
  attempts: readonly Attempt[],
): readonly number[] {
  const { reasons } = walk;
  const preferred = walk.item.customer.preferredChannel;
  const order = preferredFirst(step.channels, preferred);
  const chosen: number[] = [];
  for (const channel of order) {
    const name = CHANNELS[channel] as Channel;
    const obstacle = obstacleOf(walk, channel, name, attempts);
    if (obstacle) reasons?.push({ code: obstacle, params: { channel: name } });
    else {
      const code = name === preferred ? 'channel-preferred' : 'channel-in-order';
      reasons?.push({ code: `dunning-scheduler/${code}`, params: { channel: name } });
      chosen.push(channel);
      if (step.step.deliver === 'first') break;
    }
  }
  return chosen;
}

function preferredFirst(channels: readonly number[], preferred: Channel | undefined): readonly number[] {
  if (preferred === undefined) return channels;
  const index = CHANNELS.indexOf(preferred);
  if (channels[0] === index || !channels.includes(index)) return channels;
  return [index, ...channels.filter((channel) => channel !== index)];
}

type Obstacle = `dunning-scheduler/channel-${'refused' | 'needs-consent' | 'no-address' | 'failed'}`;

function obstacleOf(
  { compiled, item, state }: Walk,
  channel: number,
  name: Channel,
  attempts: readonly Attempt[],
): Obstacle | undefined {
  const known = item.customer.channels[name];
  const refusal = state.refusals.get(name);
  if (refusal === 'refused' || (known?.consent === 'refused' && !state.consents.has(name)))
    return 'dunning-scheduler/channel-refused';
  if (!known?.reachable || refusal === 'no-address') return 'dunning-scheduler/channel-no-address';
  if (compiled.needsConsent[channel] && known.consent !== 'given' && !state.consents.has(name))
    return 'dunning-scheduler/channel-needs-consent';
  let unanswered = 0;
  for (const attempt of attempts) {
    if (attempt.channel !== channel) continue;
    if (attempt.unanswered) unanswered++;
    else if (attempt.bounced) return 'dunning-scheduler/channel-failed';
  }
  return unanswered >= MAX_UNANSWERED_CALLS ? 'dunning-scheduler/channel-failed' : undefined;
}
