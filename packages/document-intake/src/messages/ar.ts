import type { MessagesFor } from '@dossierkit/core';
import { kindName } from '@dossierkit/doc-classifier';
import type { IntakeFinding } from '../findings.js';

export const ar: MessagesFor<IntakeFinding> = {
  'document-intake/asked-enough': () => ({
    problem: 'نحتفظ بهذه الوثيقة كما هي، وسيطّلع عليها أحد موظفينا.',
    advice: 'لا حاجة إلى إرسالها مرة أخرى.',
  }),
  'document-intake/pages-not-judged': ({ pages, limit }, format) => ({
    problem: `لم تُفحص سوى الصفحات الأولى (${format.number(limit)}) من أصل ${format.number(pages)}.`,
    advice: 'إذا كانت الصفحات المهمة في الأخير فأرسلها في ملف مستقل.',
  }),
  'document-intake/not-examined': ({ reason }) =>
    reason === 'too-busy'
      ? {
          problem: 'لم نتمكن من فحص هذه الوثيقة لأن عددًا كبيرًا جدًا من الوثائق يصلنا الآن.',
          advice: 'يرجى إرسالها مرة أخرى بعد بضع دقائق.',
        }
      : {
          problem: 'لم نتمكن من فحص هذه الوثيقة آليًا.',
          advice: 'ليس عليك فعل شيء الآن، وسيطّلع عليها أحد موظفينا.',
        },
  'document-intake/parts-agree': ({ parts, about }) => {
    const what = {
      'document-number': 'رقم الوثيقة',
      name: 'الاسم',
      'birth-date': 'تاريخ الميلاد',
      employer: 'اسم جهة العمل',
    }[about];
    return parts === 'card-sides'
      ? {
          verified: `${what} هو نفسه على وجهي البطاقة.`,
          problem: `${what} ليس هو نفسه على وجهي البطاقة، أو تعذّرت قراءته على كليهما.`,
          advice: 'يرجى إرسال وجه البطاقة نفسها وظهرها.',
        }
      : {
          verified: `${what} هو نفسه في جميع قسائم الراتب.`,
          problem: `${what} ليس هو نفسه في جميع قسائم الراتب، أو تعذّرت قراءته فيها كلها.`,
          advice: 'يرجى التأكد من أنها كلها لك. وإذا كنت قد غيّرت عملك فأخبرنا بذلك فحسب.',
        };
  },
  'document-intake/side-missing': ({ side }) => ({
    problem: side === 'front' ? 'ينقص وجه البطاقة الأمامي.' : 'ينقص ظهر البطاقة.',
    advice: 'يرجى إرسال الوجهين: الوجه الذي عليه الصورة والوجه الآخر.',
  }),
  'document-intake/sent-twice': ({ first, again }, format) => ({
    problem: `الملف ${format.number(again)} هو نفسه الملف ${format.number(first)}.`,
    advice: 'يرجى التحقق مما إذا كنت تريد إرسال صفحة أو وثيقة أخرى.',
  }),
  'document-intake/pages-complete': ({ missing, of }, format) => ({
    verified: `جميع الصفحات موجودة (${format.number(of)}).`,
    problem:
      missing.length > 0
        ? `من أصل ${format.number(of)} صفحات تنقص هذه: ${missing.map((page) => format.number(page)).join('، ')}.`
        : 'لم نتمكن من معرفة ما إذا كانت جميع الصفحات موجودة.',
    advice: 'يرجى إرسال كل صفحات الرسالة، بما فيها ظهر الأوراق.',
  }),
  'document-intake/document-missing': ({ expected }) => ({
    verified: `${expected.map((ref) => kindName(ref, 'ar')).join(' أو ')}: موجود بين ما أرسلته.`,
    problem: `لم نجد بين ما أرسلته: ${expected.map((ref) => kindName(ref, 'ar')).join(' أو ')}.`,
    advice: 'يرجى إرساله في ملف مستقل.',
  }),
};
