import type { MessagesFor } from '@dossierkit/core';
import type { QualityFinding, Region, Side } from '../findings.js';

const REGIONS: Record<Region, string> = {
  page: 'La page',
  top: 'La partie haute de la page',
  bottom: 'La partie basse de la page',
  left: 'La partie gauche de la page',
  right: 'La partie droite de la page',
  centre: 'La partie centrale de la page',
  'upper-left': 'La zone en haut à gauche',
  'upper-right': 'La zone en haut à droite',
  'lower-left': 'La zone en bas à gauche',
  'lower-right': 'La zone en bas à droite',
};

const SIDES: Record<Side, string> = { top: 'en haut', right: 'à droite', bottom: 'en bas', left: 'à gauche' };

const NO_PRINT = 'Si c’est bien la bonne page, envoyez-la telle quelle : quelqu’un la regardera.';

export const fr: MessagesFor<QualityFinding> = {
  'doc-quality/blurred': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'La page est trop vide pour dire si elle est nette.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} est floue.`,
          advice:
            'Tenez le téléphone immobile, touchez le texte à l’écran pour faire la mise au point, puis attendez un instant avant de prendre la photo.',
          verified: 'La page est nette.',
        },
  'doc-quality/motion-blurred': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'La page est trop vide pour dire si l’appareil a bougé.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} est floue, car l’appareil a bougé.`,
          advice: 'Posez les coudes sur la table, éclairez davantage, puis reprenez la photo.',
          verified: 'L’appareil n’a pas bougé.',
        },
  'doc-quality/low-contrast': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Aucun texte ne permet de juger du contraste de la page.', advice: NO_PRINT }
      : {
          problem: 'Le texte se distingue à peine du papier.',
          advice:
            'Cherchez une lumière plus forte et régulière. Si l’original est pâle, numérisez-le avec plus de contraste.',
          verified: 'Le texte se détache nettement du papier.',
        },
  'doc-quality/too-dark': () => ({
    problem: 'L’image est trop sombre.',
    advice: 'Allumez une lampe ou rapprochez-vous d’une fenêtre, sans vous faire d’ombre.',
    verified: 'La page est assez claire.',
  }),
  'doc-quality/too-bright': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Aucun texte ne permet de juger de l’exposition.', advice: NO_PRINT }
      : {
          problem: 'L’image est surexposée : le texte s’efface dans le papier.',
          advice:
            'Désactivez le flash, évitez le soleil direct et touchez la page à l’écran pour que l’appareil s’adapte.',
          verified: 'La page n’est pas surexposée.',
        },
  'doc-quality/glare': ({ region }) => ({
    problem: `${REGIONS[region]} est masquée par un reflet.`,
    advice:
      'Désactivez le flash et inclinez légèrement le document jusqu’à ce que la tache claire disparaisse de l’écran.',
    verified: 'Aucun reflet ne masque la page.',
  }),
  'doc-quality/covered': ({ region }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Sans couleur, on ne peut pas voir si un doigt cache la page.', advice: NO_PRINT }
      : {
          problem: `${REGIONS[region]} est cachée par un doigt.`,
          advice: 'Posez la page au lieu de la tenir, puis reprenez la photo.',
          verified: 'Aucun doigt ne cache la page.',
        },
  'doc-quality/screen-photo': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem: 'Il y a trop peu de papier vide pour dire si c’est la photo d’un écran.',
          advice: NO_PRINT,
        }
      : {
          problem: 'L’image semble être la photo d’un écran.',
          advice: 'Photographiez le document lui-même. Si vous l’avez en fichier, envoyez le fichier.',
          verified: 'L’image n’est pas la photo d’un écran.',
        },
  'doc-quality/several-documents': ({ count }, { number }) => ({
    problem: `Il y a ${number(count)} documents sur une même image.`,
    advice: 'Photographiez chaque document séparément.',
    verified: 'Il y a un seul document sur l’image.',
  }),
  'doc-quality/uneven-light': ({ region }) => ({
    problem: `${REGIONS[region]} est dans l’ombre.`,
    advice:
      'Éclairez la page de côté et veillez à ce que ni le téléphone ni votre main ne lui fassent d’ombre.',
    verified: 'La page est éclairée de façon régulière.',
  }),
  'doc-quality/low-resolution': ({ cause }) => ({
    problem:
      cause === 'text'
        ? 'Les caractères sont trop petits pour être lus à coup sûr.'
        : 'L’image contient trop peu de pixels.',
    advice:
      'Rapprochez-vous pour que la page remplisse le cadre. Envoyez la photo d’origine, pas un aperçu ni une capture d’écran ; numérisez à 300 ppp.',
    verified: 'Les caractères sont assez grands pour être lus.',
  }),
  'doc-quality/skewed': ({ degrees }, { outcome, number }) =>
    outcome === 'inconclusive'
      ? { problem: 'Aucune ligne de texte ne permet de dire si la page est droite.', advice: NO_PRINT }
      : {
          problem: `La page est de travers (${number(Math.abs(degrees), { maximumFractionDigits: 0 })}°).`,
          advice: 'Alignez les bords de la page sur ceux du cadre.',
          verified: 'La page est droite.',
        },
  'doc-quality/turned': ({ quarterTurns }, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'Le sens de la page n’est pas certain.', advice: 'Vérifiez que le texte est à l’endroit.' }
      : {
          problem: quarterTurns === 2 ? 'La page est à l’envers.' : 'La page est couchée sur le côté.',
          advice: 'Faites pivoter l’image pour que le texte soit à l’endroit.',
          verified: 'La page est à l’endroit.',
        },
  'doc-quality/perspective': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? {
          problem: 'Les bords de la page n’ont pas été trouvés.',
          advice: 'Posez-la sur un fond d’une autre couleur.',
        }
      : {
          problem: 'La page a été photographiée de biais.',
          advice: 'Posez la page à plat et tenez le téléphone bien au-dessus de son centre.',
          verified: 'La page a été photographiée de face.',
        },
  'doc-quality/cut-off': ({ sides }, { list }) => ({
    problem: `La page est coupée ${list(sides.map((side) => SIDES[side]))}.`,
    advice: 'Reculez un peu, jusqu’à voir les quatre bords de la page dans l’image.',
    verified: 'Rien n’est coupé aux bords.',
  }),
  'doc-quality/too-small': () => ({
    problem: 'La page n’occupe qu’une petite partie de l’image.',
    advice: 'Rapprochez-vous jusqu’à ce que la page remplisse le cadre.',
    verified: 'La page remplit l’image.',
  }),
  'doc-quality/blank': () => ({
    problem: 'La page est vide.',
    advice: 'Vérifiez que vous avez envoyé le bon côté de la bonne page.',
    verified: 'La page n’est pas vide.',
  }),
  'doc-quality/colourless': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'La couleur du document n’a pas été examinée.', advice: 'Envoyez une image en couleur.' }
      : {
          problem: 'C’est une copie en noir et blanc.',
          advice: 'Photographiez le document original, en couleur.',
          verified: 'L’image est en couleur.',
        },
  'doc-quality/compressed': (_, { outcome }) =>
    outcome === 'inconclusive'
      ? { problem: 'À cette taille, on ne peut pas juger de la compression de l’image.', advice: NO_PRINT }
      : {
          problem: 'L’image est si comprimée que les caractères sont abîmés.',
          advice:
            'Envoyez le fichier d’origine plutôt que celui d’une messagerie, dans la meilleure qualité.',
          verified: 'La compression n’a pas abîmé les caractères.',
        },
};
