import type { MessagesFor } from '@dossierkit/core';
import type { MrzMessageable } from './words.js';

const FIELDS = {
  documentCode: 'رمز الوثيقة',
  issuingState: 'دولة الإصدار',
  documentNumber: 'رقم الوثيقة',
  nationality: 'الجنسية',
  birthDate: 'تاريخ الميلاد',
  sex: 'الجنس',
  expiryDate: 'تاريخ الانتهاء',
  issueMonth: 'شهر الإصدار',
  name: 'الاسم الكامل',
  surname: 'اسم العائلة',
  givenNames: 'الأسماء الأولى',
  optionalData: 'البيانات الاختيارية',
  optionalData2: 'البيانات الاختيارية',
  administrativeCode: 'الرمز الإداري',
  languageCode: 'رمز اللغة',
  filler: 'علامات الملء',
  composite: 'المنطقة بأكملها',
} as const;

const IMPOSSIBLE = {
  'expires-before-birth': 'يظهر أن الوثيقة انتهت قبل ميلاد حاملها.',
  'valid-too-long': 'تظهر مدة صلاحية أطول مما تمنحه أي دولة.',
  'issued-before-birth': 'يظهر أن الوثيقة صدرت قبل ميلاد حاملها.',
  'issued-too-late': 'يظهر أن الوثيقة صدرت في وقت لم تعد تصدر فيه وثائق من هذا النوع.',
} as const;

export const ar: MessagesFor<MrzMessageable> = {
  'mrz-check/zone-found': () => ({
    problem: 'لم نجد في هذه الصورة السطور المقروءة آليًا (السطور التي فيها علامات >).',
    advice: 'صوّر الصفحة التي تحمل هذه السطور وهي مستوية، بصورة واضحة بلا انعكاسات تملأ الإطار.',
    verified: 'عُثر على السطور المقروءة آليًا.',
  }),
  'mrz-check/check-digit': ({ of, line, column }) => ({
    problem: `رقم التحقق غير مطابق: ${FIELDS[of]} (السطر ${line}، الموضع ${column}).`,
    advice: 'التقط صورة أوضح للسطور التي فيها علامات >. وإن بقي الرقم غير مطابق فاستعمل وثيقة أخرى.',
    verified: `رقم التحقق مطابق: ${FIELDS[of]}.`,
  }),
  'mrz-check/no-check-digits': () => ({
    problem: 'لا يحمل هذا النوع من الوثائق أرقام تحقق، فلا يمكننا التأكد من صحة القراءة.',
    advice: 'قارن ما قُرئ بالوثيقة بنفسك.',
  }),
  'mrz-check/field-malformed': ({ field }) => ({
    problem: `بيان لا يمكن أن يكون صحيحًا في السطور المقروءة آليًا: ${FIELDS[field]}.`,
    advice: 'تأكد من أن لا شيء يغطي هذه السطور ثم التقط صورة أخرى.',
  }),
  'mrz-check/repaired': ({ line, column, seen, taken }) => ({
    problem: `بدا الحرف في السطر ${line}، الموضع ${column} «${seen}» وقُرئ «${taken}» لأنه الوحيد الممكن.`,
    advice: 'لا حاجة إلى أي إجراء، إلا إذا رأيت غير ذلك على الوثيقة.',
  }),
  'mrz-check/doubtful': ({ line, column, taken, or }) => ({
    problem: `قد يكون الحرف في السطر ${line}، الموضع ${column} «${taken}» أو «${or}».`,
    advice: 'التقط صورة أوضح من فوق الوثيقة مباشرة وبلا انعكاسات.',
  }),
  'mrz-check/format-doubtful': ({ format, or }) => ({
    problem: `لا يتضح في الصورة أين تنتهي السطور: قد تكون المنطقة من نسق ${format} أو ${or}.`,
    advice: 'التقط صورة تظهر الوثيقة كاملة، من فوقها مباشرة وبلا انعكاسات.',
  }),
  'mrz-check/document-code': ({ documentCode }) => ({
    problem: `الرمز «${documentCode}» لا يخص هذا النوع من الوثائق.`,
    advice: 'تحقق من أنها الوثيقة المطلوبة؛ وينبغي أن يفحصها شخص مختص.',
    verified: 'رمز الوثيقة يوافق نوعها.',
  }),
  'mrz-check/specimen': () => ({
    problem: 'هذا نموذج وليس وثيقة صادرة لشخص.',
    advice: 'قدّم وثيقتك أنت.',
  }),
  'mrz-check/expired': ({ on }, { date }) => ({
    problem: `انتهت صلاحية هذه الوثيقة في ${date(on)}.`,
    advice: 'قدّم وثيقة سارية المفعول.',
    verified: `الوثيقة سارية حتى ${date(on)}.`,
  }),
  'mrz-check/expiry-unknown': () => ({
    problem: 'لا تذكر السطور المقروءة آليًا تاريخ انتهاء الوثيقة.',
    advice: 'ابحث عن التاريخ على وجه الوثيقة.',
  }),
  'mrz-check/too-young': ({ minimumAge }) => ({
    problem: `السن الأدنى المطلوب لحامل الوثيقة بالأعوام: ${minimumAge}.`,
    advice: 'على أحد الوالدين أو ولي الأمر أن يقدّم وثيقته الخاصة.',
    verified: `بلغ حامل الوثيقة السن المطلوب (${minimumAge}).`,
  }),
  'mrz-check/dates-impossible': ({ rule }) => ({
    problem: IMPOSSIBLE[rule],
    advice: 'التقط صورة أخرى؛ وإن بقيت التواريخ كما هي فينبغي أن يفحص الوثيقة شخص مختص.',
  }),
  'mrz-check/national-number': ({ name }) => ({
    problem: `رقم التحقق في الرقم الوطني (${name}) غير صحيح.`,
    advice: 'قارن الرقم بالرقم المكتوب على الوثيقة.',
    verified: `رقم التحقق في الرقم الوطني (${name}) صحيح.`,
  }),
  'mrz-check/agrees': ({ field, with: other }) => ({
    problem:
      other === 'form'
        ? `الاستمارة والوثيقة غير متفقتين: ${FIELDS[field]}.`
        : `السطور المقروءة آليًا والبيانات المطبوعة فوقها غير متفقة: ${FIELDS[field]}.`,
    advice:
      other === 'form'
        ? 'صحّح الاستمارة لتوافق ما هو مكتوب على الوثيقة.'
        : 'التقط صورة أخرى؛ وإن بقي الاختلاف فينبغي أن يفحص الوثيقة شخص مختص.',
    verified:
      other === 'form'
        ? `الاستمارة والوثيقة متفقتان: ${FIELDS[field]}.`
        : `جزءا الوثيقة متفقان: ${FIELDS[field]}.`,
  }),
  'mrz-check/text-too-long': ({ limit }, { number }) => ({
    problem: `النص طويل جدًا: أقصى طول للسطور المقروءة آليًا بالأحرف هو ${number(limit)}.`,
    advice: 'أدخل السطرين أو السطور الثلاثة التي فيها علامات > فقط.',
  }),
  'mrz-check/text-character': ({ line, column }) => ({
    problem: `في السطر ${line}، الموضع ${column} رمز لا يرد في هذه السطور أبدًا.`,
    advice: 'استعمل الأحرف اللاتينية من A إلى Z والأرقام من 0 إلى 9 والعلامة > فقط.',
  }),
  'mrz-check/text-shape': ({ lengths }, { list }) => ({
    problem:
      lengths.length === 0
        ? 'لم تُدخل أي سطور مقروءة آليًا.'
        : `لا توجد وثيقة أطوال سطورها بالأحرف: ${list(lengths.map(String))}.`,
    advice: 'أدخل السطور كاملة مع جميع علامات >: ثلاثة سطور من 30 حرفًا، أو سطران من 36، أو سطران من 44.',
  }),
};
