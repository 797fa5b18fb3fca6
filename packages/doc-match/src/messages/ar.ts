import type { MessagesFor } from '@dossierkit/core';
import type { MatchFinding } from '../findings.js';
import { writeAmount, writeDay } from './write.js';

const LOOK = 'سيطّلع عليه أحد موظفينا، ولا حاجة إلى أي إجراء منك.';

export const ar: MessagesFor<MatchFinding> = {
  'doc-match/name': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `المستند باسم «${document}»، بينما الاستمارة باسم «${record}».`
        : reason === 'initial'
          ? `لا يذكر المستند سوى الحرف الأول: «${document}»، بينما ورد في الاستمارة «${record}».`
          : reason === 'given-names-missing' || reason === 'no-name'
            ? `الاسم الوارد في المستند «${document}» غير مكتمل بما يكفي لمقارنته بـ «${record}».`
            : `ورد في المستند «${document}» وفي الاستمارة «${record}»: الاسمان متقاربان لكنهما غير متطابقين.`,
    advice:
      outcome === 'failed'
        ? 'يُرجى إرسال مستند باسمك. وإن كان اسمك قد تغيّر فأرفق ما يثبت ذلك، كعقد الزواج مثلًا.'
        : LOOK,
    verified: `الاسم مطابق: ${record}.`,
  }),
  'doc-match/birth-date': ({ document, record, reason }, format) => ({
    problem:
      reason === 'one-digit'
        ? `يختلف تاريخا الميلاد في رقم واحد: ${writeDay(document, format)} في المستند، و${writeDay(record, format)} في الاستمارة.`
        : `تاريخ الميلاد في المستند هو ${writeDay(document, format)}، وفي الاستمارة ${writeDay(record, format)}.`,
    advice: 'يُرجى التحقق من التاريخ في الاستمارة. فإن كان صحيحًا فهذا المستند يخصّ شخصًا آخر.',
    verified: `تاريخ الميلاد مطابق: ${writeDay(record, format)}.`,
  }),
  'doc-match/birth-date-swapped': ({ document, record }, format) => ({
    problem: `اليوم والشهر معكوسان في تاريخ الميلاد: ${writeDay(document, format)} في المستند، و${writeDay(record, format)} في الاستمارة.`,
    advice: 'يُرجى تصحيح التاريخ في الاستمارة.',
  }),
  'doc-match/address': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `العنوان في المستند «${document}» غير العنوان الوارد في الاستمارة «${record}».`
        : reason === 'street-missing' || reason === 'number-missing' || reason === 'no-address'
          ? `العنوان الوارد في المستند «${document}» غير مكتمل بما يكفي لمقارنته بـ «${record}».`
          : `العنوانان متقاربان لكنهما غير متطابقين: «${document}» و«${record}».`,
    advice:
      outcome === 'failed'
        ? 'يُرجى إرسال مستند يحمل العنوان الوارد في الاستمارة، أو تصحيح الاستمارة إن كنت قد انتقلت.'
        : LOOK,
    verified: `العنوان مطابق: ${record}.`,
  }),
  'doc-match/iban': ({ document, record, reason }) => ({
    problem:
      reason === 'record-invalid'
        ? `رقم الآيبان في الاستمارة ${record} يحتوي على خطأ في الكتابة.`
        : reason === 'typing-error'
          ? 'تعذّرت قراءة رقم الآيبان في المستند على وجه اليقين.'
          : `الحساب الوارد في المستند ${document} غير الحساب الوارد في الاستمارة ${record}.`,
    advice:
      reason === 'record-invalid'
        ? `يُرجى مقارنته بالمستند الذي ورد فيه ${document}.`
        : reason === 'typing-error'
          ? LOOK
          : 'يُرجى إرسال بيانات الحساب الوارد في الاستمارة، أو تصحيح رقم الآيبان فيها.',
    verified: 'رقم الآيبان مطابق.',
  }),
  'doc-match/company': ({ document, record, reason }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `يخصّ المستند «${document}»، بينما تخصّ الاستمارة «${record}».`
        : reason === 'other-form'
          ? `الشكل القانوني مختلف: «${document}» في المستند، و«${record}» في الاستمارة.`
          : `اسما الشركة متقاربان لكنهما غير متطابقين: «${document}» و«${record}».`,
    advice: outcome === 'failed' ? 'يُرجى إرسال مستند الشركة الواردة في الاستمارة.' : LOOK,
    verified: `اسم الشركة مطابق: ${record}.`,
  }),
  'doc-match/amount': ({ document, record }, format) => ({
    problem: `المبلغ في المستند ${writeAmount(document, format)}، وفي الاستمارة ${writeAmount(record, format)}.`,
    advice: 'يُرجى التحقق من المبلغ في الاستمارة، أو إرسال المستند الذي أُخذ منه.',
    verified: `المبلغ مطابق: ${writeAmount(document, format)}.`,
  }),
  'doc-match/identifier': ({ document, record }) => ({
    problem: `الرقم في المستند ${document}، وفي الاستمارة ${record}.`,
    advice: 'يُرجى مقارنة الرقم في الاستمارة بالمستند رقمًا رقمًا.',
    verified: `الرقم مطابق: ${document}.`,
  }),
};
