import type { MessagesFor, MessageText } from '@dossierkit/core';
import type { ClassifierFinding, Confusion, KindRef } from '../findings.js';
import { kindName } from '../kind-names.js';
import { fieldName } from './field-names.js';
import { writeMonth, writeTime } from './write-time.js';

const name = (ref: KindRef): string => kindName(ref, 'ar');
const field = (id: string): string => fieldName(id, 'ar');

const CONFUSIONS: Readonly<Record<Confusion, MessageText>> = {
  'tax-declaration-for-notice': {
    problem: 'هذا هو الإقرار الضريبي الذي ملأتَه، وليس الإشعار الذي ردّت به عليك مصلحة الضرائب.',
    advice:
      'يُرجى إرسال الإشعار: فهو يصل بعد الإقرار ويحدّد مبلغ الضريبة. تجده في حسابك لدى مصلحة الضرائب ضمن مستنداتك.',
  },
  'tax-statement-for-notice': {
    problem: 'تؤكّد هذه الإفادة ما صرّحتَ به فقط، ولم تُحتسب الضريبة فيها بعد.',
    advice:
      'يُرجى إرسال إشعار الضريبة نفسه (avis d’impôt)، وهو متاح في حسابك على impots.gouv.fr ابتداءً من أواخر يوليو.',
  },
  'tax-prepayment-for-notice': {
    problem: 'يحدّد هذا الإشعار دفعات مسبقة عن الأشهر القادمة، ولا يبيّن ما كسبتَه.',
    advice: 'يُرجى إرسال إشعار ضريبة الدخل (Einkommensteuerbescheid) عن سنة منتهية.',
  },
  'tax-notice-for-declaration': {
    problem: 'هذا هو إشعار مصلحة الضرائب، بينما المطلوب هو الإقرار نفسه.',
    advice: 'يُرجى إرسال الإقرار الذي قدّمتَه بجميع صفحاته.',
  },
  'property-tax-for-income-tax': {
    problem: 'يتعلّق هذا الإشعار بعقار، لا بدخلك.',
    advice: 'يُرجى إرسال إشعار ضريبة الدخل؛ تظهر في صفحته الأولى عبارة «revenu fiscal de référence».',
  },
  'order-for-invoice': {
    problem: 'هذا تأكيد لطلب شراء، وليس الفاتورة.',
    advice: 'يُرجى إرسال الفاتورة؛ فهي تحمل رقم فاتورة وتصل عادةً مع التسليم أو بعده.',
  },
  'quote-for-invoice': {
    problem: 'هذا عرض سعر، ولا يثبت أن الشراء قد تم.',
    advice: 'يُرجى إرسال الفاتورة التي صدرت بعده.',
  },
  'card-front-for-back': {
    problem: 'هذا هو الوجه الأمامي للبطاقة، والوجه الخلفي ناقص.',
    advice: 'اقلب البطاقة والتقط الصورة نفسها من جديد.',
  },
  'card-back-for-front': {
    problem: 'هذا هو الوجه الخلفي للبطاقة، والوجه الأمامي ناقص.',
    advice: 'اقلب البطاقة لتظهر الصورة الشخصية، ثم التقط الصورة من جديد.',
  },
  'statement-for-bank-details': {
    problem: 'هذا كشف حساب. لا نحتاج إلى معاملاتك، بل إلى بيانات الحساب فقط.',
    advice: 'يُرجى إرسال كشف الهوية البنكية (RIB) المكوّن من صفحة واحدة؛ تجده في تطبيق بنكك بجانب الحساب.',
  },
  'bank-details-for-statement': {
    problem: 'تعرض هذه الصفحة بيانات الحساب، ولا تعرض حركاته.',
    advice: 'يُرجى إرسال كشف الحساب الذي يتضمّن الحركات والرصيد.',
  },
  'annual-for-payslip': {
    problem: 'يلخّص هذا المستند سنة كاملة، بينما المطلوب هو كل شهر على حدة.',
    advice: 'يُرجى إرسال قسائم الراتب الشهرية.',
  },
  'payslip-for-annual': {
    problem: 'قسيمة الراتب هذه عن شهر واحد، بينما المطلوب هو الملخص السنوي.',
    advice: 'يُرجى إرسال الملخص السنوي؛ يصدره ربّ العمل بعد نهاية السنة.',
  },
  'sirene-for-extract': {
    problem: 'تثبت إفادة SIRENE هذه أن الشركة موجودة، لكنها لا تبيّن من يحق له التوقيع باسمها.',
    advice: 'يُرجى إرسال مستخرج Kbis؛ يحصل عليه المسيّرون مجانًا عبر monidenum.fr.',
  },
};

export const ar: MessagesFor<ClassifierFinding> = {
  'doc-classifier/kind-recognised': ({ found }) => ({
    problem: 'لا يمكن الجزم بنوع هذا المستند.',
    advice: 'يُرجى إرسال الصفحة الأولى كاملة وواضحة، وإلا فسيطّلع عليها أحد موظفينا.',
    verified: `تم التعرّف على المستند: ${name(found)}.`,
  }),
  'doc-classifier/expected-kind': ({ expected, found }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `لا يمكن الجزم بأن هذا هو المستند المطلوب: ${format.list(expected.map(name), 'or')}.`
        : `يبدو أن هذا ${name(found)}، بينما المطلوب هو ${format.list(expected.map(name), 'or')}.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'إن كان هو المطلوب فاتركه كما هو: سيطّلع عليه أحد موظفينا. وإن كان غيره فيُرجى استبداله.'
        : `يُرجى إرسال ${format.list(expected.map(name), 'or')}.`,
    verified: `هذا ${name(found)}، وهو المطلوب.`,
  }),
  'doc-classifier/confused-kind': ({ confusion }) => CONFUSIONS[confusion],
  'doc-classifier/too-old': ({ value, oldest, newest, form }, format) => ({
    problem:
      form === 'day'
        ? `يعود تاريخ هذا المستند إلى ${writeTime(value, form, format)}، وهو أقدم من اللازم: يجب ألّا يسبق ${writeTime(oldest, form, format)}.`
        : `يخصّ هذا المستند ${writeTime(value, form, format)}، بينما المطلوب ${writeTime(oldest, form, format)} أو ما بعده.`,
    advice:
      oldest === newest
        ? `يُرجى إرسال المستند الخاص بـ ${writeTime(newest, form, format)}.`
        : 'يُرجى إرسال أحدث مستند لديك.',
    verified: `حديث بما يكفي: ${writeTime(value, form, format)}.`,
  }),
  'doc-classifier/expired': ({ expiry }, format) => ({
    problem: `انتهت صلاحيته في ${writeTime(expiry, 'day', format)}.`,
    advice: 'يُرجى إرسال مستند ساري الصلاحية. وإن كنت قد طلبت تجديده فأخبرنا بذلك.',
    verified: `صالح حتى ${writeTime(expiry, 'day', format)}.`,
  }),
  'doc-classifier/dated-ahead': ({ value, form }, format) => ({
    problem: `تاريخه ${writeTime(value, form, format)} لم يحلّ بعد.`,
    advice: 'يُرجى التأكد من أنك أرسلت المستند الصحيح.',
  }),
  'doc-classifier/age-unknown': ({ field: id }) => ({
    problem: `لم نجد ${field(id)}، فلا يمكن معرفة ما إذا كان المستند حديثًا بما يكفي.`,
    advice: 'يُرجى إرسال الصفحة التي عليها التاريخ كاملة وواضحة.',
  }),
  'doc-classifier/field-not-found': ({ field: id }) => ({
    problem: `لم نجد ${field(id)} في المستند.`,
    advice: 'يُرجى التأكد من وجود جميع الصفحات ومن عدم اقتطاع شيء أو تغطيته.',
  }),
  'doc-classifier/check-digits': ({ field: id }) => ({
    problem: `خانات التحقق غير مطابقة في ${field(id)}: هناك حرف أو رقم مطبوع أو مقروء خطأً.`,
    advice: 'قارنه بالمستند حرفًا حرفًا ورقمًا رقمًا.',
    verified: `خانات التحقق مطابقة في ${field(id)}.`,
  }),
  'doc-classifier/several-documents': ({ found }, format) => ({
    problem: `يحتوي الملف على عدة مستندات (${format.number(found.length)}): ${format.list(found.map(name))}.`,
    advice: 'لا حاجة إلى أي إجراء. ويسهّل علينا العمل أن ترسل كل مستند في ملف مستقل.',
  }),
  'doc-classifier/too-many-pages': ({ pages, limit }) => ({
    problem: `عدد صفحاته ${pages}، بينما الحد الأقصى لمثل هذا المستند ${limit}.`,
    advice: 'يُرجى إرسال الصفحات الخاصة به فقط.',
  }),
  'doc-classifier/no-text': () => ({
    problem: 'لم نتمكّن من قراءة أي كلمة فيه.',
    advice: 'إن كانت الصفحة فارغة فاحذفها. وإلا فأعد تصويرها: مبسوطة، في ضوء جيد، ومن مسافة تسمح بالقراءة.',
  }),
  'doc-classifier/page-unreadable': ({ number }) => ({
    problem: `تعذّرت قراءة الصفحة ${number}.`,
    advice: 'افتح الملف بنفسك؛ فإن ظهرت الصفحة فاحفظه من جديد بصيغة PDF وأرسل هذه النسخة.',
  }),
  'doc-classifier/page-limit': ({ pages, limit }) => ({
    problem: `لم نطّلع إلا على أول ${limit} من أصل ${pages} صفحة.`,
    advice: 'إن كان المهم بعد ذلك فأرسل تلك الصفحات وحدها.',
  }),
  'doc-classifier/text-limit': ({ limit }, { number }) => ({
    problem: `يحتوي على أكثر من ${number(limit)} كلمة، ولم نطّلع على ما بعدها.`,
    advice: 'إن كان المهم بعد ذلك فأرسل تلك الصفحات وحدها.',
  }),
  'doc-classifier/payslips-complete': ({ months, missing, found }, format) => ({
    problem:
      missing.length > 0
        ? `المطلوب ${months} أشهر متتالية، وينقص منها: ${format.list(missing.map((month) => writeMonth(month, format)))}.`
        : `لا تغطّي قسائم الراتب ${months} أشهر متتالية.`,
    advice: 'يُرجى إرسال قسائم الراتب الناقصة.',
    verified: `تغطّي قسائم الراتب: ${format.list(found.map((month) => writeMonth(month, format)))}.`,
  }),
};
