/**
 * `node:diagnostics_channel`: that of unenv; what is published is told to those who tail the service,
 * too, as by workerd (src/workerd/api/node/diagnostics-channel.c++).
 */
import { publish } from 'isolab:diagnostics';
import diagnostics, { Channel } from 'unenv/node/diagnostics_channel';

const own = Channel.prototype.publish;

Channel.prototype.publish = function published(message: unknown): void {
  publish(String(this.name), message);
  own.call(this, message);
};

export * from 'unenv/node/diagnostics_channel';
export default diagnostics;
