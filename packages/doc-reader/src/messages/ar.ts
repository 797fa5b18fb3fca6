import type { MessagesFor } from '@dossierkit/core';
import type { ReadError, ReadFinding } from '../findings.js';
import { displayName } from './names.js';

const FOREIGN = {
  office: 'افتحه في البرنامج الذي أُنشئ به، ثم احفظه أو اطبعه بصيغة PDF.',
  archive: 'فكّ ضغطه وأرسل المستندات الموجودة بداخله واحدًا تلو الآخر.',
  avif: 'احفظ الصورة بصيغة JPEG أو PNG، أو اضبط الكاميرا على «الأكثر توافقًا».',
  svg: 'احفظه بصيغة PDF أو PNG.',
  'web-page': 'نزّل المستند نفسه، أو اطبع الصفحة إلى ملف PDF.',
  video: 'أرسل صورة لكل صفحة بدلًا من مقطع الفيديو.',
  text: 'أرسل المستند نفسه بصيغة PDF أو صورةً له.',
  unknown: 'أرسل المستند بصيغة PDF، أو التقط صورة له (JPEG أو PNG أو HEIC).',
} as const;

export const ar: MessagesFor<ReadError | ReadFinding> = {
  'doc-reader/empty-file': () => ({
    problem: 'هذا الملف فارغ.',
    advice: 'الأرجح أن الإرسال انقطع: اختر الملف وأرسله مرة أخرى.',
  }),
  'doc-reader/unreadable-source': () => ({
    problem: 'تعذّر استلام الملف.',
    advice: 'تأكد من أنه ما زال موجودًا وأن الاتصال مستقر، ثم أرسله مرة أخرى.',
  }),
  'doc-reader/unsupported-format': ({ looksLike }) => ({
    problem: 'لا يمكن قراءة هذا النوع من الملفات هنا.',
    advice: FOREIGN[looksLike],
  }),
  'doc-reader/damaged': ({ format }) => ({
    problem: `ملف ${displayName(format)} هذا تالف أو غير مكتمل.`,
    advice: 'افتحه على جهازك لتتأكد من اكتماله، ثم نزّل المستند أو صوّره من جديد.',
  }),
  'doc-reader/encrypted': () => ({
    problem: 'ملف PDF هذا محمي بكلمة مرور.',
    advice: 'افتحه بكلمة المرور، ثم احفظه من دونها أو اطبعه إلى ملف PDF، وأرسل النسخة الجديدة.',
  }),
  'doc-reader/wrong-password': () => ({
    problem: 'كلمة المرور لا تفتح ملف PDF هذا.',
    advice: 'تحقق من كلمة المرور، أو احفظ المستند من دونها.',
  }),
  'doc-reader/unsupported-protection': () => ({
    problem: 'ملف PDF هذا محمي بطريقة تمنع قراءته.',
    advice: 'افتحه في البرنامج الأصلي واطبعه إلى ملف PDF، ثم أرسل النسخة الجديدة.',
  }),
  'doc-reader/no-pages': () => ({
    problem: 'لا يحتوي ملف PDF هذا على أي صفحة.',
    advice: 'نزّل المستند أو صدّره من جديد.',
  }),
  'doc-reader/too-many-bytes': ({ limitBytes }, format) => ({
    problem: `حجم هذا الملف أكبر من ${format.number(Math.floor(limitBytes / 1_048_576))} ميغابايت.`,
    advice: 'صوّر الصفحة بجودة عادية، أو امسحها ضوئيًا بدقة من 200 إلى 300 نقطة في البوصة.',
  }),
  'doc-reader/too-many-pixels': ({ widthPx, heightPx }, format) => ({
    problem: `هذه الصورة أكبر من اللازم: ${format.number(widthPx)} × ${format.number(heightPx)} بكسل.`,
    advice: 'احفظها بحجم أصغر، أو التقط صورة بجودة عادية.',
  }),
  'doc-reader/too-much-memory': () => ({
    problem: 'هذا الملف معقّد إلى حد لا يسمح بقراءته.',
    advice: 'اطبعه إلى ملف PDF جديد، أو أرسل صورة لكل صفحة.',
  }),
  'doc-reader/heic-support-missing': () => ({
    problem: 'لا يمكن حاليًا قراءة الصور بصيغة HEIC هنا.',
    advice: 'احفظ الصورة بصيغة JPEG. على iPhone: الإعدادات، الكاميرا، التنسيقات، الأكثر توافقًا.',
  }),
  'doc-reader/timed-out': () => ({
    problem: 'استغرقت قراءة هذا الملف وقتًا طويلًا فأُوقفت.',
    advice: 'حاول مرة أخرى، وإذا تكرر الأمر فأرسل صورة لكل صفحة.',
  }),
  'doc-reader/cancelled': () => ({
    problem: 'أُلغيت قراءة هذا الملف.',
    advice: 'أرسله مرة أخرى إذا كنت لا تزال ترغب في تقديمه.',
  }),
  'doc-reader/language-missing': ({ language }) => ({
    problem: `لا يمكن قراءة النصوص بهذه اللغة هنا (${language}).`,
    advice: 'أرسل ملف PDF يمكن تحديد نصه، أو اطلب أن يطّلع عليه أحد الموظفين.',
  }),
  'doc-reader/ocr-failed': () => ({
    problem: 'تعذّرت قراءة النص في هذه الصفحة.',
    advice: 'التقط الصورة مرة أخرى في إضاءة جيدة، والصفحة منبسطة وتملأ الإطار.',
  }),
  'doc-reader/no-text-layer': () => ({
    problem: 'هذه الصفحة مجرد صورة، وليس فيها نص يمكن تحديده.',
    advice: 'إذا كان لديك ملف PDF الأصلي فأرسله بدلًا من النسخة الممسوحة ضوئيًا.',
  }),
  'doc-reader/type-mismatch': ({ claimed, format }) => ({
    problem: `الملف معرَّف على أنه ${claimed}، لكنه في الحقيقة ملف ${displayName(format)}.`,
    advice: 'تأكد من أنه الملف الذي أردت إرساله. لا حاجة إلى تغيير اسمه.',
  }),
  'doc-reader/pages-left-out': ({ pages, limit }, format) => ({
    problem: `عدد صفحات الملف ${format.number(pages)}، ولم يُقرأ منها سوى أول ${format.number(limit)}.`,
    advice: 'أرسل الصفحات المهمة في ملف مستقل.',
  }),
  'doc-reader/second-format': () => ({
    problem: 'يحتوي هذا الملف على ملف آخر مخفي.',
    advice: 'نزّل المستند من مصدره الأصلي أو صوّره من جديد.',
  }),
  'doc-reader/page-scaled-down': () => ({
    problem: 'هذه الصفحة كبيرة على غير العادة، وقد صُغّرت لقراءتها.',
    advice: 'إذا كانت الكتابة الصغيرة مهمة فأرسل ذلك الجزء في صفحة مستقلة.',
  }),
  'doc-reader/page-damaged': () => ({
    problem: 'إحدى صفحات ملف PDF هذا تالفة.',
    advice: 'نزّل المستند من جديد، أو أرسل صورة لتلك الصفحة.',
  }),
  'doc-reader/text-layer-hidden': () => ({
    problem: 'هذه الصفحة نسخة ممسوحة ضوئيًا خلفها نص غير مرئي، لذلك يُقرأ نصها من الصورة.',
    advice: 'لا يلزمك فعل شيء. وإذا كان لديك ملف PDF الأصلي فستكون قراءته أدق.',
  }),
  'doc-reader/text-layer-unreadable': () => ({
    problem: 'لا يمكن نسخ نص ملف PDF هذا، لذلك يُقرأ من صورة الصفحة.',
    advice: 'لا يلزمك فعل شيء. وإذا كانت هناك نسخة أخرى من المستند نفسه فقد تكون قراءتها أدق.',
  }),
};
