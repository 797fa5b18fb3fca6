import type { MessagesFor } from '@dossierkit/core';
import type { ClaimFinding, PaymentCodeError } from '../findings.js';

export const ar: MessagesFor<ClaimFinding | PaymentCodeError> = {
  'claim-account/balance-complete': ({ events }, f) => ({
    problem: '',
    advice: '',
    verified: `يشمل الرصيد كل ما حدث (${f.number(events)})، وجميع أسعار الفائدة معروفة.`,
  }),
  'claim-account/rate-table-stale': ({ knownUntil }, f) => ({
    problem: `السعر المرجعي معروف حتى ${f.date(knownUntil)} فقط، وبعده استُخدم آخر سعر معروف.`,
    advice: 'حدّث جدول الأسعار قبل المطالبة بهذه الفوائد.',
  }),
  'claim-account/rate-unknown': ({ through }, f) => ({
    problem: `لا يوجد سعر مرجعي معروف حتى ${f.date(through)}، ولم تُحسب فوائد عن تلك الأيام.`,
    advice: 'أدخل قاعدة فائدة خاصة بك لتلك المدة إن كانت الفوائد مستحقة.',
  }),
  'claim-account/no-default': () => ({
    problem: 'لا يُعرف منذ متى بدأ التأخر في السداد، ولذلك لم تُحسب فوائد.',
    advice: 'سجّل أول إنذار أو يوم بدء التأخر.',
  }),
  'claim-account/event-unreadable': () => ({
    problem: 'تعذرت قراءة أحد القيود، ولم يؤخذ في الحسبان.',
    advice: 'صحح تاريخه أو نوعه.',
  }),
  'claim-account/event-before-claim': ({ on }, f) => ({
    problem: `دفعة بتاريخ ${f.date(on)} أقدم من المطالبة نفسها.`,
    advice: 'تحقق مما إذا كانت تخص هذه المطالبة.',
  }),
  'claim-account/event-repeated': ({ id }) => ({
    problem: `وصل القيد «${id}» مرتين، واحتُسب مرة واحدة.`,
    advice: 'لا داعي لأي إجراء إن أُعيد إرساله سهوًا.',
  }),
  'claim-account/amount-unusable': ({ id }) => ({
    problem: `مبلغ القيد «${id}» سالب أو غير صحيح أو بعملة أخرى، ولم يؤخذ القيد في الحسبان.`,
    advice: 'صحح المبلغ بوحدات صغرى كاملة من عملة المطالبة.',
  }),
  'claim-account/reference-missing': ({ id }) => ({
    problem: `القيد «${id}» يلغي قيدًا غير موجود.`,
    advice: 'أضف القيد الذي يتعلق به.',
  }),
  'claim-account/fee-repeated': () => ({
    problem: 'سبق احتساب رسم من هذا النوع، ولم يُحتسب مرة أخرى.',
    advice: 'لا تذكره في الرسالة التالية.',
  }),
  'claim-account/fee-above-cap': ({ asked, allowed }, f) => ({
    problem: `طُلب مبلغ ${f.money(asked)}، بينما لا يجوز هنا احتساب أكثر من ${f.money(allowed)}.`,
    advice: 'لا تطالب بأكثر مما هو مسموح به.',
  }),
  'claim-account/overpaid': ({ surplus }, f) => ({
    problem: `دُفع مبلغ زائد قدره ${f.money(surplus)}.`,
    advice: 'أعد المبلغ، أو اسأل عن الغرض منه.',
  }),
  'claim-account/promise-broken': ({ until, missing }, f) => ({
    problem: `من دفعة وُعد بها حتى ${f.date(until)} لم يصل مبلغ ${f.money(missing)}.`,
    advice: 'تحدث مع العميل؛ فقد يفيد موعد جديد أو تقسيط.',
  }),
  'claim-account/instalments-may-be-credit': ({ days }, f) => ({
    problem: `خطة مدتها ${f.number(days)} يومًا، أو برسوم، أو عبر طرف ثالث، قد تُعد ائتمانًا استهلاكيًا.`,
    advice: 'اعرضها على المختصين قبل الاتفاق عليها؛ أما حتى 50 يومًا وبلا رسوم ومن المورّد نفسه فلا تُعد كذلك.',
  }),
  'claim-account/claim-unreadable': ({ field }) => ({
    problem: `لا يمكن حساب المطالبة: القيمة «${field}» غير صالحة.`,
    advice: 'صحح هذه القيمة.',
  }),
  'claim-account/not-an-iban': () => ({
    problem: 'هذا ليس رقم IBAN صالحًا.',
    advice: 'قارنه حرفًا بحرف؛ فكثيرًا ما يُبدَّل رقمان.',
  }),
  'claim-account/not-a-bic': () => ({
    problem: 'هذا ليس رمز BIC.',
    advice: 'يتكون رمز BIC من 8 أو 11 حرفًا ورقمًا، وتجده في كشف الحساب.',
  }),
  'claim-account/not-a-reference': () => ({
    problem: 'مرجع الدفع غير صالح.',
    advice: 'انسخه مرة أخرى من الفاتورة؛ فأرقام التحقق غير متطابقة.',
  }),
  'claim-account/amount-out-of-range': ({ least, most }, f) => ({
    problem: `يجب أن يكون المبلغ بين ${f.money(least)} و${f.money(most)}.`,
    advice: 'صحح المبلغ، أو اتركه فارغًا ليدخله الدافع.',
  }),
  'claim-account/not-an-amount': () => ({
    problem: 'هذا ليس مبلغًا صحيحًا بهذه العملة.',
    advice: 'اكتبه بنقطة عشرية ودون خانات أكثر مما للعملة: 12.50.',
  }),
  'claim-account/field-too-long': ({ field, most }, f) => ({
    problem: `«${field}» أطول من الحد المسموح به وهو ${f.number(most)}.`,
    advice: 'اختصره.',
  }),
  'claim-account/field-missing': ({ field }) => ({ problem: `«${field}» ناقص.`, advice: 'أكمله.' }),
  'claim-account/field-invalid': ({ field }) => ({
    problem: `«${field}» يحتوي على ما لا يُسمح به.`,
    advice: 'احذف فواصل الأسطر والرموز الخاصة.',
  }),
  'claim-account/reference-and-text': () => ({
    problem: 'رمز الدفع يحمل مرجعًا أو نصًا حرًا، لا كليهما.',
    advice: 'احذف أحدهما.',
  }),
  'claim-account/text-in-reference': () => ({
    problem: 'النص الحر في موضع المرجع؛ ينقص فاصل واحد.',
    advice: 'أضف سطرًا فارغًا قبل النص.',
  }),
  'claim-account/unsupported-version': () => ({
    problem: 'هذا الإصدار من رمز الدفع غير معروف.',
    advice: 'استخدم الإصدار 001 أو 002.',
  }),
  'claim-account/not-an-epc-code': () => ({
    problem: 'هذا ليس رمز دفع لتحويل SEPA.',
    advice: 'امسح الرمز المخصص للدفع على الفاتورة.',
  }),
  'claim-account/payload-too-long': ({ bytes, most }, f) => ({
    problem: `سيحمل رمز الدفع ${f.number(bytes)} بايت، والمسموح به ${f.number(most)}.`,
    advice: 'اختصر الاسم أو النص.',
  }),
  'claim-account/reference-does-not-fit-account': () => ({
    problem: 'المرجع لا يناسب الحساب: رقم QR-IBAN يتطلب مرجع QR، ولا يجوز ذلك مع أي حساب آخر.',
    advice: 'استخدم الحساب أو المرجع المناسب.',
  }),
};
