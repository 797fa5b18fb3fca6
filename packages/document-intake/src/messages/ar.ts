import type { MessagesFor } from '@dossierkit/core';
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
};
