import type { MessagesFor } from '@dossierkit/core';
import type { QualityFinding, Region, Side } from '../findings.js';

/** After a preposition, so that one form serves every sentence. */
const REGIONS: Record<Region, string> = {
  page: 'الصفحة',
  top: 'أعلى الصفحة',
  bottom: 'أسفل الصفحة',
  left: 'يسار الصفحة',
  right: 'يمين الصفحة',
  centre: 'وسط الصفحة',
  'upper-left': 'الزاوية العليا اليسرى',
  'upper-right': 'الزاوية العليا اليمنى',
  'lower-left': 'الزاوية السفلى اليسرى',
  'lower-right': 'الزاوية السفلى اليمنى',
};

const SIDES: Record<Side, string> = { top: 'الأعلى', right: 'اليمين', bottom: 'الأسفل', left: 'اليسار' };

const NO_PRINT = 'إذا كانت هذه هي الصفحة الصحيحة فأرسلها كما هي، وسيطّلع عليها أحد الموظفين.';

export const ar: MessagesFor<QualityFinding> = {
  'doc-quality/blurred': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'محتوى الصفحة قليل ولا يكفي للحكم على وضوحها.', advice: NO_PRINT }
      : {
          problem: `الصورة غير واضحة في ${REGIONS[region]}.`,
          advice: 'ثبّت الهاتف، والمس النص على الشاشة لضبط التركيز، وانتظر لحظة قبل التقاط الصورة.',
          verified: 'الصفحة واضحة.',
        },
  'doc-quality/motion-blurred': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'محتوى الصفحة قليل ولا يكفي لمعرفة ما إذا تحركت الكاميرا.', advice: NO_PRINT }
      : {
          problem: `الصورة مهتزة في ${REGIONS[region]} لأن الكاميرا تحركت.`,
          advice: 'أسند مرفقيك إلى الطاولة، وزد الإضاءة، ثم التقط الصورة مرة أخرى.',
          verified: 'كانت الكاميرا ثابتة.',
        },
  'doc-quality/low-contrast': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'لا يوجد نص في الصفحة يمكن قياس التباين عليه.', advice: NO_PRINT }
      : {
          problem: 'يكاد لون الكتابة لا يختلف عن لون الورق.',
          advice: 'استخدم إضاءة أقوى ومتساوية. وإذا كان الأصل نفسه باهتًا فامسحه ضوئيًا بتباين أعلى.',
          verified: 'الكتابة متميزة بوضوح عن الورق.',
        },
  'doc-quality/too-dark': () => ({
    problem: 'الصورة مظلمة جدًا.',
    advice: 'أشعل مصباحًا أو اقترب من نافذة، وتجنّب أن تحجب الضوء بجسمك.',
    verified: 'الصفحة مضاءة بما يكفي.',
  }),
  'doc-quality/too-bright': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'لا يوجد نص في الصفحة يمكن قياس شدة الإضاءة عليه.', advice: NO_PRINT }
      : {
          problem: 'الصورة شديدة السطوع، والكتابة تكاد تختفي في الورق.',
          advice: 'أطفئ الفلاش، وابتعد عن ضوء الشمس المباشر، والمس الصفحة على الشاشة لتضبط الكاميرا نفسها.',
          verified: 'سطوع الصفحة مناسب.',
        },
  'doc-quality/glare': ({ region }) => ({
    problem: `انعكاس الضوء يحجب المحتوى في ${REGIONS[region]}.`,
    advice: 'أطفئ الفلاش، وأمِل المستند قليلًا حتى تختفي البقعة اللامعة من الشاشة.',
    verified: 'لا يحجب الصفحةَ أي انعكاس.',
  }),
  'doc-quality/covered': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'لا يمكن معرفة ما إذا كان إصبع يغطي الصفحة من دون ألوان.', advice: NO_PRINT }
      : {
          problem: `إصبع يغطي المحتوى في ${REGIONS[region]}.`,
          advice: 'ضع الصفحة على سطح بدل الإمساك بها، ثم أعد التصوير.',
          verified: 'لا يغطي الصفحةَ أي إصبع.',
        },
  'doc-quality/screen-photo': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'المساحة الفارغة أقل من أن تدل على أن الصورة التُقطت لشاشة.', advice: NO_PRINT }
      : {
          problem: 'يبدو أن الصورة التُقطت لشاشة.',
          advice: 'صوّر المستند نفسه. وإن كان لديك ملف رقمي له، فأرسل الملف.',
          verified: 'لم تُلتقط الصورة لشاشة.',
        },
  'doc-quality/several-documents': ({ count }, { number }) => ({
    problem: `في الصورة أكثر من مستند واحد (${number(count)}).`,
    advice: 'صوّر كل مستند على حدة.',
    verified: 'في الصورة مستند واحد.',
  }),
  'doc-quality/uneven-light': ({ region }) => ({
    problem: `يوجد ظل على ${REGIONS[region]}.`,
    advice: 'اجعل الضوء يأتي من الجانب، وتأكد من أن الهاتف أو يدك لا يلقيان ظلًا على الصفحة.',
    verified: 'إضاءة الصفحة متساوية.',
  }),
  'doc-quality/low-resolution': ({ cause }) => ({
    problem: cause === 'text' ? 'الحروف أصغر من أن تُقرأ بشكل موثوق.' : 'دقة الصورة منخفضة جدًا.',
    advice:
      'اقترب حتى تملأ الصفحة الإطار. أرسل الصورة الأصلية لا صورة مصغرة ولا لقطة شاشة، وامسح ضوئيًا بدقة 300 نقطة في البوصة.',
    verified: 'الحروف كبيرة بما يكفي للقراءة.',
  }),
  'doc-quality/skewed': ({ degrees }, { outcome, number }) =>
    outcome === 'inconclusive'
      ? { problem: 'لا يوجد سطر نص يدل على استقامة الصفحة.', advice: NO_PRINT }
      : {
          problem: `الصفحة مائلة بمقدار ${number(Math.abs(degrees), { maximumFractionDigits: 0 })}°.`,
          advice: 'اجعل حواف الصفحة موازية لحواف الإطار.',
          verified: 'الصفحة مستقيمة.',
        },
  'doc-quality/turned': ({ quarterTurns }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'ليس من المؤكد أي جهة من الصفحة هي الأعلى.', advice: 'تأكد من أن النص في وضعه الصحيح.' }
      : {
          problem: quarterTurns === 2 ? 'الصفحة مقلوبة رأسًا على عقب.' : 'الصفحة ملقاة على جانبها.',
          advice: 'أدر الصورة حتى يصبح النص في وضعه الصحيح.',
          verified: 'الصفحة في وضعها الصحيح.',
        },
  'doc-quality/perspective': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'تعذّر العثور على حواف الصفحة.', advice: 'ضعها على سطح بلون مختلف.' }
      : {
          problem: 'صُوّرت الصفحة من زاوية مائلة.',
          advice: 'ضع الصفحة على سطح مستوٍ، وأمسك الهاتف فوق منتصفها مباشرة.',
          verified: 'صُوّرت الصفحة من الأعلى مباشرة.',
        },
  'doc-quality/cut-off': ({ sides }, { list }) => ({
    problem: `الصفحة مقطوعة من ${list(sides.map((side) => SIDES[side]))}.`,
    advice: 'ابتعد قليلًا حتى تظهر حواف الصفحة الأربع في الصورة.',
    verified: 'لا شيء مقطوع عند الحواف.',
  }),
  'doc-quality/too-small': () => ({
    problem: 'الصفحة لا تشغل إلا جزءًا صغيرًا من الصورة.',
    advice: 'اقترب حتى تملأ الصفحة الإطار.',
    verified: 'الصفحة تملأ الصورة.',
  }),
  'doc-quality/blank': () => ({
    problem: 'الصفحة فارغة.',
    advice: 'تأكد من أنك أرسلت الوجه الصحيح من الصفحة الصحيحة.',
    verified: 'الصفحة ليست فارغة.',
  }),
  'doc-quality/colourless': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'لم يُفحص ما إذا كان المستند ملونًا.', advice: 'أرسل صورة ملونة.' }
      : {
          problem: 'هذه نسخة بالأبيض والأسود.',
          advice: 'صوّر المستند الأصلي بالألوان.',
          verified: 'الصورة ملونة.',
        },
  'doc-quality/compressed': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'لا يمكن معرفة مدى ضغط الصورة بهذا الحجم.', advice: NO_PRINT }
      : {
          problem: 'ضُغطت الصورة بشدة حتى تضررت الحروف.',
          advice: 'أرسل الملف الأصلي لا نسخة من تطبيق محادثة، واختر أعلى جودة.',
          verified: 'لم يُلحق الضغط ضررًا بالحروف.',
        },
};
