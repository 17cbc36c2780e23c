import { expect, test } from 'vitest';
import { createConsent, giveConsent, outdateConsent } from './consent';

test('nothing is agreed to until something is run', () => {
  const consent = createConsent();
  outdateConsent(consent);
  expect(consent.getState().consent).toBe('none');
});

test('another project takes back what was agreed to, and running that one gives it again', () => {
  const consent = createConsent();
  giveConsent(consent);
  expect(consent.getState().consent).toBe('given');
  outdateConsent(consent);
  expect(consent.getState().consent).toBe('outdated');
  giveConsent(consent);
  expect(consent.getState().consent).toBe('given');
});

test('running again what was agreed to tells nobody anew', () => {
  const consent = createConsent();
  let told = 0;
  consent.subscribe(() => {
    told += 1;
  });
  giveConsent(consent);
  giveConsent(consent);
  expect(told).toBe(1);
});
