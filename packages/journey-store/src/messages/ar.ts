import type { MessagesFor } from '@dossierkit/core';
import type { StoreError } from '../errors.js';

/** Every message of the package in Arabic. */
export const ar: MessagesFor<StoreError> = {
  'journey-store/version-conflict': () => ({
    problem: 'غيّر شخص آخر هذا في هذه الأثناء.',
    advice: 'أعد تحميله وانظر ما تغيّر قبل أن تقرّر.',
  }),
  'journey-store/audit-conflict': ({ sequence }) => ({
    problem: `القيد ${sequence} لا يكمل ما هو محفوظ.`,
    advice: 'أعد التحميل؛ وإن تكرر ذلك فاطلب التحقق من سجل التدقيق.',
  }),
  'journey-store/unavailable': ({ reason }) => ({
    problem: `قاعدة البيانات لا تستجيب (${reason}).`,
    advice: 'لم يُكتب شيء. حاول مرة أخرى بعد لحظات.',
  }),
  'journey-store/outcome-unknown': () => ({
    problem: 'انقطع الاتصال في الخطوة الأخيرة: لا يُعرف إن كان هذا قد حُفظ.',
    advice: 'أعد إرسال الشيء نفسه: سيُحفظ مرة واحدة لا مرتين.',
  }),
  'journey-store/disk-full': () => ({
    problem: 'لم تبقَ مساحة في مكان حفظ البيانات.',
    advice: 'لم يُكتب شيء. أفسح مساحة ثم حاول مرة أخرى.',
  }),
  'journey-store/schema-newer': ({ found, known }) => ({
    problem: `لقاعدة البيانات الشكل ${found}، وهذا البرنامج لا يعرف إلا حتى ${known}.`,
    advice: 'شغّل الإصدار الأحدث من البرنامج.',
  }),
};
