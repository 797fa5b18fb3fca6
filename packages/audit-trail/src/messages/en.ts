import type { MessagesFor } from '@dossierkit/core';
import type { AuditMessage } from '../findings.js';

/** Every message of the package in English. */
export const en: MessagesFor<AuditMessage> = {
  'audit-trail/bundle-unreadable': ({ reason }) => ({
    problem: `This file is no audit bundle that this version can read (${reason}).`,
    advice: 'Ask for the file again, and compare its digest with the sender’s over another channel.',
  }),
  'audit-trail/bundle-too-large': ({ limit }, { number }) => ({
    problem: `The file has more than ${number(limit)} characters.`,
    advice: 'Ask for fewer dossiers in one file, or raise the limit.',
  }),
  'audit-trail/bundle-seal': () => ({
    problem: 'The file is not as it was exported, or another key sealed it.',
    advice: 'Do not rely on it. Ask for it again, and keep this copy as evidence.',
    verified: 'Not a byte of the file was changed since it was exported.',
  }),
  'audit-trail/key-not-pinned': ({ verifier }) => ({
    problem: `The file was checked with the key that it brings along: ${verifier}`,
    advice: 'Compare this key with one from a trusted place, then check again with it.',
  }),
  'audit-trail/chain': ({ dossier, entries }, { plural }) => ({
    problem: `The chain of ${dossier} does not hold.`,
    advice: 'See which entries are named.',
    verified: `${dossier}: ${entries} ${plural(entries, { one: 'entry', other: 'entries' })} follow from each other without a gap.`,
  }),
  'audit-trail/entry-changed': ({ dossier, sequence }) => ({
    problem: `${dossier}: entry ${sequence} was changed after it was recorded.`,
    advice: 'Do not rely on it, nor on those behind it; compare with a backup.',
  }),
  'audit-trail/entry-missing': ({ dossier, sequence }) => ({
    problem: `${dossier}: entry ${sequence} is not there.`,
    advice: 'Ask where it is; the entries around it prove that it existed.',
  }),
  'audit-trail/entry-added': ({ dossier, sequence }) => ({
    problem: `${dossier}: something was added at entry ${sequence}.`,
    advice: 'Do not rely on it; the chain has one entry only in each place.',
  }),
  'audit-trail/entry-reordered': ({ dossier, sequence }) => ({
    problem: `${dossier}: entry ${sequence} does not stand in its place.`,
    advice: 'The entries say themselves in which order they belong.',
  }),
  'audit-trail/link-broken': ({ dossier, sequence }) => ({
    problem: `${dossier}: entry ${sequence} does not follow from the one before it.`,
    advice: 'One of the two was replaced; compare with a checkpoint or a backup.',
  }),
  'audit-trail/checkpoint-signature': ({ index }) => ({
    problem: `Checkpoint ${index + 1} is not signed by a key that is trusted here.`,
    advice: 'Check which key it names; if a key was replaced, pin the old one too.',
    verified: `Checkpoint ${index + 1} is signed.`,
  }),
  'audit-trail/checkpoint-consistency': ({ index }) => ({
    problem: `Checkpoint ${index + 1} does not continue the one before it.`,
    advice:
      'The trail was rewritten between the two. Ask for an explanation, and for the copies of witnesses.',
    verified: `Checkpoint ${index + 1} continues the one before it.`,
  }),
  'audit-trail/inclusion': ({ dossier, sequence, checkpoint }) => ({
    problem: `${dossier}: entry ${sequence} does not stand under checkpoint ${checkpoint + 1}.`,
    advice: 'The chain was rewritten after the checkpoint, or the proof was damaged.',
    verified: `${dossier}: everything up to entry ${sequence} stands under checkpoint ${checkpoint + 1}.`,
  }),
  'audit-trail/anchor': ({ index, anchor, at }, { outcome, dateTime }) => ({
    problem:
      outcome === 'failed'
        ? `The receipt of “${anchor}” for checkpoint ${index + 1} does not hold.`
        : `The receipt of “${anchor}” for checkpoint ${index + 1} could not be verified: no witness that is trusted here was asked, or it could not tell.`,
    advice: 'Check again with the witness: its certificate, or a copy of its file.',
    verified: at
      ? `“${anchor}” saw checkpoint ${index + 1} on ${dateTime(at, 'UTC')} UTC.`
      : `“${anchor}” saw checkpoint ${index + 1}.`,
  }),
  'audit-trail/unanchored': ({ dossier, from, to }) => ({
    problem: `${dossier}: entries ${from} to ${to} came after the last checkpoint.`,
    advice: 'They are protected by the next one.',
  }),
  'audit-trail/erased': ({ dossier, sequence, name }) => ({
    problem: `${dossier}: “${name}” in entry ${sequence} was erased, or its key was not disclosed.`,
    advice: 'Nothing to do: the entry itself is proved all the same.',
  }),
  'audit-trail/sealed-changed': ({ dossier, sequence, name }) => ({
    problem: `${dossier}: “${name}” in entry ${sequence} is not what was recorded.`,
    advice: 'Do not rely on it; compare with a backup.',
  }),
  'audit-trail/retention-rule-stale': ({ rule }) => ({
    problem: `The rule on how long to keep this (${rule}) does not hold on this day; it was counted all the same.`,
    advice: 'Have somebody look up which rule holds now before anything is erased.',
  }),
  'audit-trail/retention-running': ({ erasableFrom, rule }, { date }) => ({
    problem: `This record must still be kept (${rule}).`,
    advice: `It can be erased from ${date(erasableFrom)} on. Until then, restrict who may see it.`,
  }),
  'audit-trail/authority-unreachable': () => ({
    problem: 'The time-stamping authority gave no answer.',
    advice: 'The checkpoint stands; show it to the authority again later.',
  }),
  'audit-trail/authority-refused': () => ({
    problem: 'The time-stamping authority refused, or its answer is about something else.',
    advice: 'Check the address and your contract with the authority.',
  }),
  'audit-trail/anchor-not-written': () => ({
    problem: 'The checkpoint could not be written to the anchor file.',
    advice: 'Check the path, the rights and the space left, then anchor again.',
  }),
};
