import type { MessagesFor } from '@dossierkit/core';
import type { AuthorityProblem, SealMessageable } from '../../findings.js';
import type { ComparedField } from '../../seals/visible-fields.js';

const FIELDS: Readonly<Record<ComparedField, string>> = {
  incomeYear: 'سنة الدخل',
  declarant1: 'المصرّح الأول',
  declarant2: 'المصرّح الثاني',
  taxNumber1: 'الرقم الضريبي الأول',
  taxNumber2: 'الرقم الضريبي الثاني',
  taxNoticeReference: 'مرجع الإشعار',
  referenceIncome: 'الدخل المرجعي',
  address: 'العنوان',
  postcode: 'الرمز البريدي',
  town: 'المدينة',
  name: 'الاسم',
  iban: 'رقم الحساب الدولي (IBAN)',
  bic: 'رمز المصرف (BIC)',
  invoiceAmount: 'مبلغ الفاتورة',
  netPay: 'صافي الراتب',
  netTaxablePay: 'صافي الراتب الخاضع للضريبة',
  birthDate: 'تاريخ الميلاد',
};

const PROBLEMS: Readonly<Record<AuthorityProblem, string>> = {
  'authority-unknown': 'لا نعرف الجهة التي يذكرها',
  'authority-withdrawn': 'لم تعد جهته موثوقة في ذلك اليوم',
  'certificate-unknown': 'ليست لدينا الشهادة التي يذكرها',
  'certificate-not-issued': 'الشهادة التي لدينا بهذا الاسم لم تصدرها هذه الجهة',
  'list-not-verified': 'لم يُتحقَّق من قائمة الجهات الموثوقة لدينا',
  'list-stale': 'قائمة الجهات الموثوقة لدينا قديمة',
  'wrong-key': 'تحتوي الشهادة على مفتاح من نوع آخر',
  'test-authority': 'يذكر جهة الاختبار العامة',
};

export const ar: MessagesFor<SealMessageable> = {
  'doc-authenticity/seal-found': ({ count }, { plural, number }) => ({
    problem: 'لم نجد على هذا المستند ختمًا رقميًا مقروءًا (المربّع المكوَّن من نقاط صغيرة).',
    advice: 'إذا كان المستند يحمل ختمًا، فأرسل ملف PDF الأصلي أو صورة واضحة ومستوية للصفحة كاملة.',
    verified: plural(count, {
      one: 'عُثر على ختم رقمي واحد.',
      two: 'عُثر على ختمين رقميين.',
      few: `عُثر على ${number(count)} أختام رقمية.`,
      other: `عُثر على ${number(count)} ختمًا رقميًا.`,
    }),
  }),
  'doc-authenticity/seal-unreadable': () => ({
    problem: 'في هذه الصفحة ختم رقمي، لكنه لا يلتزم بقواعده.',
    advice: 'أرسل ملف PDF الأصلي أو صورة أوضح. وإن بقي الأمر كذلك فليطّلع عليه شخص مختص.',
  }),
  'doc-authenticity/seal-signature': ({ authority, certificate }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `تعذّر التحقق من توقيع الختم الرقمي: لا نملك مفتاح ${authority} ${certificate}.`
        : `بيانات الختم الرقمي ليست هي التي وُقِّعت باسم ${authority} ${certificate}.`,
    advice:
      format.outcome === 'inconclusive'
        ? 'حدّث قوائم الثقة والشهادات، أو اسأل الجهة المُصدِرة.'
        : 'اطلب المستند الأصلي، وليطّلع عليه شخص مختص.',
    verified: `بيانات الختم الرقمي مطابقة لما وُقِّع باسم ${authority} ${certificate}.`,
  }),
  'doc-authenticity/seal-authority': ({ authority, certificate, problem }) => ({
    problem: `لا شيء يضمن هوية موقِّع الختم الرقمي (${authority} ${certificate}): ${PROBLEMS[problem ?? 'authority-unknown']}.`,
    advice: 'حدّث قوائم الثقة والشهادات ثم أعد التحقق.',
    verified: `أصدرت ${authority}، وهي جهة موثوقة، شهادة الختم ${certificate}.`,
  }),
  'doc-authenticity/seal-certificate-valid': ({ signedOn }, format) => ({
    problem:
      signedOn === null
        ? 'لا يذكر الختم الرقمي يوم توقيعه، فلا يمكن معرفة ما إذا كانت شهادته صالحة حينها.'
        : `لم تكن شهادة الختم الرقمي صالحة في ${format.date(signedOn)}، وهو يوم التوقيع.`,
    advice: 'ليطّلع على المستند شخص مختص.',
    verified: 'كانت شهادة الختم صالحة يوم التوقيع.',
  }),
  'doc-authenticity/seal-revoked': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'تعذّر معرفة ما إذا كانت شهادة الختم الرقمي قد أُلغيت.'
        : 'أُلغيت شهادة الختم الرقمي.',
    advice:
      format.outcome === 'inconclusive'
        ? 'أعد التحقق عندما تتوفر قائمة الإلغاء الخاصة بالجهة.'
        : 'لا تعتمد على الختم، واسأل الجهة المُصدِرة.',
    verified: 'شهادة الختم غير مُلغاة.',
  }),
  'doc-authenticity/seal-test-authority': () => ({
    problem: 'صُنع هذا الختم بمفتاح الاختبار العام. يستطيع أي شخص فعل ذلك، فهو لا يثبت شيئًا.',
    advice: 'اطلب المستند الحقيقي.',
  }),
  'doc-authenticity/seal-from-future': ({ signedOn }, format) => ({
    problem: `تاريخ الختم الرقمي هو ${format.date(signedOn)}، وهو يوم لم يأتِ بعد.`,
    advice: 'ليطّلع على المستند شخص مختص.',
  }),
  'doc-authenticity/seal-field-unknown': ({ id }) => ({
    problem: `في الختم الرقمي حقل (${id}) لا نعرفه بعد.`,
    advice: 'لا شيء مطلوب: يُحفظ الحقل كما هو.',
  }),
  'doc-authenticity/seal-field-malformed': ({ id }) => ({
    problem: `طول الحقل ${id} في الختم الرقمي ليس كما ينبغي.`,
    advice: 'قارن هذا الحقل بالمستند بنفسك.',
  }),
  'doc-authenticity/seal-unsigned-fields': ({ ids }, format) => ({
    problem: `يحمل الختم الرقمي حقولًا بعد توقيعه (${format.list(ids)}). يمكن لأي شخص أن يكون قد كتبها.`,
    advice: 'لا تعتمد على هذه الحقول.',
  }),
  'doc-authenticity/seal-agrees': ({ field }, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? `${FIELDS[field]}: تعذّر الحكم على تطابق الختم مع ما هو مكتوب.`
        : `${FIELDS[field]}: يختلف الختم عمّا هو مكتوب.`,
    advice:
      format.outcome === 'inconclusive' ? 'قارن بينهما بنفسك.' : 'قارن المستند بمحتوى الختم واطلب الأصل.',
    verified: `${FIELDS[field]}: يتطابق الختم مع ما هو مكتوب.`,
  }),
  'doc-authenticity/not-a-seal': () => ({
    problem: 'هذا الرمز ليس ختمًا رقميًا.',
    advice: 'لا شيء مطلوب، إلا إذا كان ينبغي أن يحمل المستند ختمًا.',
  }),
  'doc-authenticity/seal-malformed': () => ({
    problem: 'في هذه الصفحة ختم رقمي، لكنه لا يلتزم بقواعده.',
    advice: 'أرسل ملف PDF الأصلي أو صورة أوضح. وإن بقي الأمر كذلك فليطّلع عليه شخص مختص.',
  }),
  'doc-authenticity/trust-list-malformed': () => ({
    problem: 'لا يمكن قراءة قائمة الجهات الموثوقة هذه.',
    advice: 'احصل على القائمة مجددًا من الجهة التي تنشرها.',
  }),
  'doc-authenticity/trust-list-signature': () => ({
    problem: 'تعذّر التحقق من توقيع قائمة الجهات الموثوقة هذه، فلن تُستخدم.',
    advice: 'احصل على القائمة مجددًا، وتحقق من الشهادة التي توقّعها.',
  }),
};
