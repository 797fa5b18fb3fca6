import type { MessagesFor } from '@dossierkit/core';
import type { AppearanceFinding, SidesFact } from '../../appearance/findings.js';

const FACTS: Readonly<Record<SidesFact, string>> = {
  documentNumber: 'رقم الوثيقة',
  holder: 'اسم حاملها',
  birthDate: 'تاريخ الميلاد',
};

const LOOK = 'اطلب من شخص أن ينظر إلى هذا الموضع.';
const PHOTO = 'صوّر الوثيقة كاملة من الأعلى مباشرة وفي إضاءة جيدة.';

export const ar: MessagesFor<AppearanceFinding> = {
  'doc-authenticity/appearance-format': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'لم نتمكن من معرفة ما إذا كانت هذه الوثيقة بمقاس نوعها.'
        : 'أبعاد هذه الوثيقة لا تناسب نوعها.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'أبعاد الوثيقة مطابقة لنوعها.',
  }),
  'doc-authenticity/appearance-mrz-place': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'لم نجد منطقة القراءة الآلية في هذا الوجه.'
        : 'منطقة القراءة الآلية ليست في موضعها المعتاد في هذا النوع من الوثائق.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'منطقة القراءة الآلية في موضعها.',
  }),
  'doc-authenticity/appearance-portrait': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'لم نتمكن من معرفة ما إذا كانت هناك صورة شخصية.'
        : 'وجدنا صورة شخصية، لكن ليس في موضعها المعتاد في هذا النوع من الوثائق.',
    advice: outcome === 'inconclusive' ? PHOTO : LOOK,
    verified: 'الصورة الشخصية في موضعها.',
  }),
  'doc-authenticity/appearance-colour': (_, { outcome }) => ({
    problem:
      outcome === 'inconclusive'
        ? 'لم نتمكن من معرفة ما إذا كانت الصورة ملونة.'
        : 'تبدو هذه نسخة بالأبيض والأسود من الوثيقة.',
    advice: outcome === 'inconclusive' ? PHOTO : 'صوّر الوثيقة نفسها بالألوان.',
    verified: 'الصورة ملونة.',
  }),
  'doc-authenticity/appearance-sides-agree': ({ about }) => ({
    problem: `الوجهان لا يذكران الشيء نفسه، فهناك اختلاف في ${FACTS[about]}.`,
    advice: 'تأكد من أن الوجهين لوثيقة واحدة.',
    verified: `الوجهان متفقان في ${FACTS[about]}.`,
  }),
  'doc-authenticity/appearance-screen': (_, format) => ({
    problem:
      format.outcome === 'inconclusive'
        ? 'لا تكفي المساحات المتجانسة في الصورة لمعرفة ما إذا كانت قد التُقطت لشاشة.'
        : 'تبدو هذه الصورة ملتقطة لشاشة لا للوثيقة نفسها.',
    advice: format.outcome === 'inconclusive' ? 'لا حاجة إلى فعل شيء.' : 'صوّر الوثيقة نفسها.',
    verified: 'لا شيء يدل على أن الصورة التُقطت لشاشة.',
  }),
};
