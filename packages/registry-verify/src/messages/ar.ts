import type { MessagesFor } from '@dossierkit/core';
import type { RegistryFinding } from '../findings.js';
import type { IdentifierError, IdentifierScheme } from '../identifiers/identifier-error.js';
import type { InconclusiveReason } from '../registers/register.js';
import { registerName, schemeNames } from './register-name.js';

const schemes: Readonly<Record<IdentifierScheme, string>> = {
  ...schemeNames,
  vat: 'رقم ضريبة القيمة المضافة',
  'uk-company-number': 'رقم الشركة البريطانية',
  'german-register-number': 'رقم السجل الألماني',
  'numero-fiscal': 'الرقم الضريبي الفرنسي',
  'reference-avis': 'مرجع الإشعار الضريبي',
};

const reasons: Readonly<Record<InconclusiveReason, string>> = {
  unreachable: 'تعذّر الوصول إليه',
  timeout: 'استغرق الرد منه وقتًا أطول مما ينبغي',
  unavailable: 'معطّل حاليًا',
  'rate-limited': 'يتلقى الآن أسئلة أكثر مما يقبل',
  'quota-exhausted': 'لا يقبل مزيدًا من الأسئلة لأن حصتنا نفدت',
  'circuit-open': 'تعطّل عدة مرات ولن نسأله لبعض الوقت',
  'maintenance-page': 'يعرض صفحة صيانة',
  'changed-shape': 'أعطى جوابًا تتعذّر قراءته',
  'wrong-subject': 'أجاب عن جهة أخرى',
  masked: 'لا ينشر المعلومة المطلوبة',
  unauthorised: 'لم يقبل تصريح الدخول',
  refused: 'لا يقبل هذا السؤال',
  redirected: 'أحالنا إلى عنوان آخر',
  'too-large': 'أرسل جوابًا أكبر مما ينبغي',
  incomplete: 'فيه قيود أكثر مما قرأناه',
  'not-an-answer': 'أرسل مستندًا من نوع آخر',
  cancelled: 'لم يُنتظر جوابه',
};

export const ar: MessagesFor<RegistryFinding | IdentifierError> = {
  'registry-verify/identifier-length': ({ scheme, length, expected }) => ({
    problem: `عدد خانات ${schemes[scheme]} يجب أن يكون ${expected}، وهنا ${length}.`,
    advice: 'انسخ الرقم من المستند مرة أخرى.',
  }),
  'registry-verify/identifier-characters': ({ scheme }) => ({
    problem: `في ${schemes[scheme]} رمز لا مكان له فيه.`,
    advice: 'ابحث عن حرف يشبه رقمًا: حرف O ليس صفرًا، وحرف l ليس واحدًا.',
  }),
  'registry-verify/identifier-format': ({ scheme }) => ({
    problem: `لا يُكتب ${schemes[scheme]} بهذا الشكل.`,
    advice:
      scheme === 'german-register-number'
        ? 'اذكر السجل والرقم والمحكمة، مثل: ‎HRB 12345, Amtsgericht München‎.'
        : 'قارنه بالمستند ولا تحذف منه شيئًا.',
  }),
  'registry-verify/identifier-check-digit': ({ scheme }) => ({
    problem: `في ${schemes[scheme]} خطأ في الكتابة.`,
    advice: 'قارنه بالمستند رقمًا رقمًا؛ كثيرًا ما يتبادل رقمان متجاوران موضعيهما.',
  }),
  'registry-verify/identifier-country': ({ scheme, country }) => ({
    problem: `لا يوجد ${schemes[scheme]} للبلد «${country}».`,
    advice: 'تحقق من الحرفين في البداية.',
  }),
  'registry-verify/identifier-invalid': ({ scheme }) => ({
    problem: `لا يمكن أن يكون ${schemes[scheme]} صحيحًا.`,
    advice: 'قارنه بالمستند وأدخله من جديد. لم يُسأل أي سجل عنه بعد.',
  }),
  'registry-verify/identifiers-disagree': ({ schemes: given }, { list }) => ({
    problem: `الأرقام المذكورة (${list(given.map((scheme) => schemes[scheme]))}) تعود إلى شركات مختلفة.`,
    advice: 'حدّد الشركة المقصودة واذكر أرقامها وحدها.',
  }),
  'registry-verify/tax-number-key': () => ({
    problem: 'الأرقام الثلاثة الأخيرة من الرقم الضريبي لا توافق بقيته.',
    advice: 'قارنه بالإشعار. ويظهر هذا أيضًا في النماذج ذات الأرقام المختلَقة.',
  }),
  'registry-verify/register-not-answering': ({ register, reason, retryAt }, { dateTime }) => ({
    problem: `السجل ${registerName(register)} ${reasons[reason]}. ولا يدل هذا على شيء بشأن الشركة أو الشخص.`,
    advice: retryAt
      ? `اسأل مرة أخرى ابتداءً من ${dateTime(retryAt, 'Europe/Paris')} (بتوقيت باريس).`
      : 'اسأل مرة أخرى لاحقًا، أو تحقق بنفسك.',
  }),
  'registry-verify/no-register': () => ({
    problem: 'لا يستطيع أي من السجلات المُعدّة الإجابة عن هذا السؤال.',
    advice: 'أضف سجلًا لهذا البلد وهذا النوع من الأرقام، أو تحقق بنفسك.',
  }),
  'registry-verify/registers-disagree': ({ registers: [one, other], about }) => ({
    problem: `يتناقض السجلان ${registerName(one)} و${registerName(other)} في ${
      {
        existence: 'وجود الشركة',
        state: 'كونها قائمة',
        name: 'اسمها',
        officers: 'من يمثلها',
        number: 'أرقامها',
      }[about]
    }.`,
    advice: 'راجع القيدين معًا. كثيرًا ما يكون أحدهما متأخرًا بضعة أيام فقط.',
  }),
  'registry-verify/company-registered': ({ register }) => ({
    problem: `لا يعرف السجل ${registerName(register)} شركة بهذا الرقم.`,
    advice: 'تحقق من الرقم. قد لا تكون شركة أُسست هذا الأسبوع قد قُيّدت بعد.',
    verified: `الشركة مقيّدة في السجل ${registerName(register)}.`,
  }),
  'registry-verify/company-active': ({ register, state }) => ({
    problem:
      state === 'ceased'
        ? `بحسب السجل ${registerName(register)} لم تعد الشركة قائمة.`
        : state === 'winding-up'
          ? `بحسب السجل ${registerName(register)} الشركة قيد التصفية.`
          : `لا يذكر السجل ${registerName(register)} هل الشركة قائمة.`,
    advice:
      state === 'ceased'
        ? 'لم يعد أحد يستطيع التوقيع عنها. اسأل من حلّ محلها.'
        : 'اطلب مستخرجًا حديثًا، واسأل من يحق له التصرف الآن.',
    verified: `الشركة قائمة بحسب السجل ${registerName(register)}.`,
  }),
  'registry-verify/establishment-open': ({ register, state, closedOn }, { date }) => ({
    problem:
      state === 'closed'
        ? `بحسب السجل ${registerName(register)} أُغلقت هذه المنشأة${closedOn ? ` في ${date(closedOn)}` : ''}، وقد تواصل الشركة نفسها عملها في مكان آخر.`
        : state === 'not-listed'
          ? `يعرف السجل ${registerName(register)} الشركة، لكنه لا يعرف منشأة برقم SIRET هذا.`
          : `لا يذكر السجل ${registerName(register)} هل هذه المنشأة مفتوحة.`,
    advice: 'اطلب رقم SIRET الخاص بالمكان الذي تعمل فيه الشركة اليوم.',
    verified: `المنشأة مفتوحة بحسب السجل ${registerName(register)}.`,
  }),
  'registry-verify/name-agrees': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `في السجل ${registerName(register)} اسم آخر لهذا الرقم.`
        : `لا يذكر السجل ${registerName(register)} الاسم.`,
    advice: 'قارن الاسم بالمستخرج؛ فكثيرًا ما يُستعمل اسم تجاري أو اسم سابق.',
    verified: `الاسم هو نفسه في السجل ${registerName(register)}.`,
  }),
  'registry-verify/address-agrees': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `في السجل ${registerName(register)} عنوان آخر للشركة.`
        : `لا يذكر السجل ${registerName(register)} العنوان.`,
    advice: 'اسأل هل هذا فرع للشركة، أم أنها انتقلت.',
    verified: `العنوان هو نفسه في السجل ${registerName(register)}.`,
  }),
  'registry-verify/representative-listed': ({ register, role }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `لا يذكر السجل ${registerName(register)} هذا الشخص بين من يمثلون الشركة.`
        : `لا يتبيّن من السجل ${registerName(register)} هل يمثل هذا الشخص الشركة.`,
    advice: 'اطلب توكيلًا، أو وثيقة التعيين.',
    verified: `الشخص مقيّد في السجل ${registerName(register)}${role ? ` بصفة ${role}` : ''}.`,
  }),
  'registry-verify/representative-resigned': ({ register }) => ({
    problem: `بحسب السجل ${registerName(register)} ترك هذا الشخص منصبه.`,
    advice: 'اسأل من يشغل المنصب الآن.',
  }),
  'registry-verify/representative-identity': ({ register, problem }) => ({
    problem: {
      none: '',
      'birth-differs': `يذكر السجل ${registerName(register)} شخصًا بالاسم نفسه وُلد في تاريخ آخر.`,
      'birth-unknown': 'الاسم واحد، لكن لا يمكن استبعاد تشابه الأسماء من دون شهر الميلاد.',
      'given-name-unknown': `يذكر السجل ${registerName(register)} اسم العائلة من دون اسم شخصي يمكن مقارنته.`,
    }[problem],
    advice: 'قارن بوثيقة الهوية، وأدخل تاريخ الميلاد.',
    verified: `الاسم وشهر الميلاد هما نفساهما في السجل ${registerName(register)}.`,
  }),
  'registry-verify/signing-power': ({ role, power }) => ({
    problem:
      power === 'none'
        ? `لا يمثل هذا الشخص الشركة بصفته ${role}.`
        : `لا تكفي الصفة «${role}» وحدها لمعرفة هل يحق لهذا الشخص التوقيع.`,
    advice: 'اطلب توكيلًا، أو راجع النظام الأساسي للشركة.',
    verified:
      power === 'joint'
        ? `يوقّع هذا الشخص عن الشركة مع آخرين بصفته ${role}.`
        : `يحق لهذا الشخص التوقيع منفردًا عن الشركة بصفته ${role}.`,
  }),
  'registry-verify/joint-signature': ({ needed, present }) => ({
    problem: `عدد من يجب أن يوقّعوا معًا: ${needed}، وعدد من تأكدنا منهم: ${present}.`,
    advice: 'اطلب توقيع بقية من يحق لهم التوقيع.',
    verified: 'تأكدنا من العدد الكافي ممن يجب أن يوقّعوا معًا.',
  }),
  'registry-verify/role-agrees': ({ register, role }) => ({
    problem: `لهذا الشخص في السجل ${registerName(register)} صفة أخرى: ${role}.`,
    advice: 'صحّح الصفة في الاستمارة.',
    verified: `الصفة هي نفسها في السجل ${registerName(register)}.`,
  }),
  'registry-verify/signs-through': ({ through }, { list }) => ({
    problem: `يتصرف الشخص من خلال ${list(through)}.`,
    advice: 'احفظ قيود هذه الشركات في الملف.',
    verified: `يتصرف الشخص من خلال ${list(through)}.`,
  }),
  'registry-verify/chain-unresolved': ({ reason }) => ({
    problem: {
      'no-number': 'تمثّل الشركةَ شركةٌ أخرى لا يذكر السجل رقمها.',
      'too-long': 'عدد الشركات التي تمثّل بعضها بعضًا على التوالي أكبر مما ينبغي.',
      circular: 'تمثّل الشركات بعضها بعضًا في حلقة مغلقة.',
      'not-active': 'تمثّل الشركةَ شركةٌ أخرى ليست قائمة.',
      register: 'تمثّل الشركةَ شركةٌ أخرى لم يُجب أي سجل عنها.',
    }[reason],
    advice: 'اسأل من يتصرف باسم تلك الشركة، مع مستخرج من سجلها.',
  }),
  'registry-verify/officers-masked': ({ register, count }) => ({
    problem: `لا ينشر السجل ${registerName(register)} أسماء بعض الممثلين، وعددهم ${count}.`,
    advice: 'اطلب من الشركة مستخرجها الكامل.',
  }),
  'registry-verify/vat-valid': ({ register }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `بحسب ${registerName(register)} رقم ضريبة القيمة المضافة هذا غير صالح.`
        : 'تعذّرت معرفة هل رقم ضريبة القيمة المضافة هذا صالح.',
    advice:
      outcome === 'failed'
        ? 'اسأل هل هو مسجّل للتجارة داخل الاتحاد الأوروبي.'
        : 'اسأل مرة أخرى لاحقًا؛ فكثيرًا ما تُغلق قواعد بيانات الدول لبعض الوقت.',
    verified: `رقم ضريبة القيمة المضافة صالح بحسب ${registerName(register)}.`,
  }),
  'registry-verify/address-known': ({ precision }) => ({
    problem:
      precision === 'none'
        ? 'لم يُعثر على هذا العنوان.'
        : precision === 'street'
          ? 'الشارع معروف، أما رقم المبنى فلا.'
          : 'المكان وحده معروف، أما الشارع فلا.',
    advice: 'تحقق من الشارع والرقم؛ فقد لا يكون مبنى جديد قد قُيّد بعد.',
    verified: 'العنوان موجود حتى رقم المبنى.',
  }),
  'registry-verify/tax-notice-known': () => ({
    problem: 'لا تعرف الإدارة الضريبية إشعارًا بهذين الرقمين.',
    advice: 'قارن الرقمين بالصفحة الأولى من الإشعار.',
    verified: 'الإدارة الضريبية تعرف هذا الإشعار.',
  }),
  'registry-verify/tax-notice-latest': () => ({
    problem: 'حلّ محل هذا الإشعار إشعار أحدث.',
    advice: 'اطلب الإشعار المصحَّح (avis correctif).',
    verified: 'لم يحلّ محل هذا الإشعار إشعار أحدث.',
  }),
  'registry-verify/tax-notice-partial': () => ({
    problem: 'لا يشمل الإشعار إلا جزءًا من السنة.',
    advice: 'اطلب أيضًا إشعار بقية السنة.',
  }),
  'registry-verify/tax-notice-agrees': ({ field }, { outcome }) => ({
    problem:
      outcome === 'failed'
        ? `${fields[field]} في الإشعار يخالف ما لدى الإدارة الضريبية.`
        : `لا تذكر الإدارة الضريبية هنا ${fields[field]}.`,
    advice: outcome === 'failed' ? 'دع موظفًا يقارن الإشعار.' : 'اقرأ ختم 2D-Doc على الإشعار.',
    verified: `${fields[field]} يوافق ما لدى الإدارة الضريبية.`,
  }),
};

const fields = {
  declarants: 'الاسم',
  'reference-income': 'الدخل الضريبي المرجعي',
  tax: 'مبلغ الضريبة',
  'income-year': 'سنة الدخل',
  'household-shares': 'عدد الحصص',
} as const;
