// Common names, mixed at random: any likeness to a living person is chance.

/** A pool of names of one origin. */
export interface NamePool {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

export const FRENCH: NamePool = {
  women:
    words(`Camille, Léa, Chloé, Manon, Inès, Émilie, Aurélie, Hélène, Françoise, Agnès, Océane, Zoé, Anaïs, Maëlys,
    Marie, Jeanne, Louise, Lucie, Élodie, Béatrice, Céline, Noémie, Mélanie, Sandrine, Véronique, Anne-Sophie, Marie-Claire,
    Clémence, Juliette, Margaux, Solène, Gaëlle, Brigitte, Édith, Josiane, Nathalie, Ophélie, Raphaëlle, Sylvie, Thérèse`),
  men: words(`Lucas, Hugo, Théo, Rémi, Jérôme, François, Étienne, Benoît, Gaël, Loïc, Mathéo, Raphaël, Jean, Pierre, Antoine,
    Nicolas, Stéphane, Frédéric, Grégory, Sébastien, Thibault, Jean-Baptiste, Jean-François, Pierre-Yves, Clément, Noé, Maël,
    Adrien, Bastien, Cédric, Damien, Éric, Gérard, Joël, Léon, Michaël, Olivier, Régis, Yoann, Yves`),
  families:
    words(`Martin, Bernard, Dubois, Thomas, Robert, Petit, Durand, Leroy, Moreau, Lefèvre, Lefebvre, Garnier, Faure,
    Rousseau, Chevalier, Gautier, Gauthier, Mercier, Blanchard, Brunet, Barbier, Bénard, Besnard, Boulanger, Carré, Château,
    Coudray, Delaunay, d'Almeida, d'Hérouville, Delacroix, de La Tour, Du Bellay, Guérin, Hébert, L'Hôpital, Lemaître, Lévêque,
    Le Goff, Le Roux, Maréchal, Ménard, Noël, Péron, Perrin-Valmont, Poirier-Dubreuil, Prévost, Renaud, Rivière, Roussel,
    Saint-Aubin, Sévigny, Thévenet, Vallée, Vasseur, Œuvrard, Berthelot, Cordonnier, Desmoulins, Fontaine`),
};

export const GERMAN: NamePool = {
  women:
    words(`Anna, Lena, Lea, Käthe, Sophie, Ursula, Sabine, Monika, Petra, Renate, Jana, Anke, Bärbel, Birgit,
    Charlotte, Dörte, Elfriede, Frauke, Gisela, Hannelore, Heike, Ilse, Jördis, Katrin, Lieselotte, Maike, Nele, Rosemarie,
    Ulrike, Waltraud, Anneliese, Karoline, Mareike, Svenja, Theresa`),
  men: words(`Jürgen, Günther, Björn, Jörg, Jens, Karl-Heinz, Hans-Peter, Klaus, Lukas, Felix, Maximilian, Moritz, Sören, Torsten,
    Uwe, Volker, Wolfgang, Andreas, Bernd, Christoph, Detlef, Eberhard, Friedrich, Gerhard, Hannes, Ingo, Joachim, Kai, Lars,
    Matthias, Norbert, Ole, Ralf, Stefan, Tobias, Veit`),
  families:
    words(`Müller, Schmidt, Schneider, Fischer, Weber, Schäfer, Köhler, Krüger, Böhm, Jäger, Größmann, Weiß, Strauß, Voß,
    Lüdenscheidt, Meyer, Meier, Maier, Mayer, Hübner, Käfer, Löwe, Möller, Nürnberger, Öztürk-Baumann, Pfäffle, Quäck, Röhrig,
    Sörensen, Thömmes, Überreiter, von Ahlefeldt, von der Heide, zu Hohenlüth, Wüst, Zöllner, Großkopf, Schulze-Delitzsch,
    Müller-Lüdenscheidt, Meyer zu Bergen, Rückert, Schröder, Bäcker, Dürr, Fröhlich, Grünwald, Hörmann, Kästner, Lübke, Sauer`),
};

export const BRITISH: NamePool = {
  women:
    words(`Olivia, Amelia, Isla, Ava, Grace, Freya, Poppy, Evelyn, Harriet, Charlotte, Imogen, Beatrix, Eleanor, Florence,
    Gwendolyn, Niamh, Siân, Zoë, Chloë, Margaret, Heather, Fiona, Mary-Anne, Abigail, Rosalind, Winifred`),
  men: words(`Oliver, George, Arthur, Noah, Leo, Harry, Alfie, Angus, Callum, Duncan, Ewan, Finlay, Graham, Hamish, Ian, Kenneth,
    Llewelyn, Malcolm, Nigel, Oscar, Percival, Rhys, Stuart, Trevor, Vincent, William, Seán`),
  families:
    words(`Smith, Jones, Taylor, Brown, Davies, Evans, Wilson, Roberts, Walker, Wright, Thompson, Hughes, Edwards, Green,
    Clarke, Harris, O'Connor, O'Neill, MacDonald, McKenzie, Fitzgerald, Ashworth, Bracknell, Cholmondeley, Double-Barrington,
    Featherstone, Hawthorne, Kingsley-Hale, Loxley, Montgomery, Pemberton, Ravenscroft, Sinclair, Thistlewood, Whitcombe`),
};

export const OTHERS: readonly NamePool[] = [
  {
    women: words('Małgorzata, Agnieszka, Łucja, Żaneta, Śliwia, Katarzyna, Zofia'),
    men: words('Paweł, Łukasz, Michał, Wojciech, Stanisław, Krzysztof'),
    families: words('Wójcik, Kowalczyk, Wiśniewski, Dąbrowski, Łuczak, Żurek, Święty, Grzegorzewski'),
  },
  {
    women: words('Maria da Conceição, Inês, Graça, Beatriz, Lúcia, Fátima'),
    men: words('João, Tomás, Gonçalo, Sérgio, Luís, Estêvão'),
    families: words(
      'Gonçalves, Simões, dos Santos, Araújo, Guimarães, Conceição, de Magalhães e Vasconcelos',
    ),
  },
  {
    women: words('María José, Begoña, Íñiga, Ángeles, Lucía, Nuria'),
    men: words('José María, Íñigo, Jesús, Andrés, Óscar, Iker'),
    families: words('Muñoz García, Núñez, Ibáñez, Rodríguez Peña, Zúñiga, Echevarría, Cañizares'),
  },
  {
    women: words('Ayşe, Gülçin, Şebnem, Çiğdem, Elif, Özlem'),
    men: words('Çağlar, İbrahim, Oğuz, Şükrü, Mehmet, Ömer'),
    families: words('Yılmaz, Öztürk, Şahin, Çelik, Doğan, Güneş, Kılıç'),
  },
  {
    women: words('Fatima-Zahra, Khadija, Leïla, Naïma, Yasmine, Aïcha'),
    men: words('Mohamed, Youssef, Abdelkader, Noureddine, Ismaël, El Hadj'),
    families: words("El Amrani, Benyoucef, Bouazza, Aït Ouarab, Ben Saïd, Haddad, M'Barek, Ould Cheikh"),
  },
  {
    women: words('Awa, Fatou, Aminata, Mariam, Ndeye, Bintou'),
    men: words('Mamadou, Ousmane, Cheikh, Moussa, Ibrahima, Souleymane'),
    families: words("Diallo, N'Diaye, Traoré, Koné, Ouédraogo, Sow, Mbaye, N'Guessan"),
  },
  {
    women: words('Thi Huong, Linh, Thi Minh Khai, Lan Anh'),
    men: words('Van Dung, Quang Huy, Minh Tuan, Duc'),
    families: words('Nguyen, Tran, Le, Pham, Hoang, Vo, Dang'),
  },
  {
    women: words('Åsa, Jytte, Søs, Märta, Þórdís, Ragnhild'),
    men: words('Åke, Jørgen, Håkon, Björgvin, Øystein, Pål'),
    families: words('Sørensen, Åkesson, Øvergård, Bjørnstad, Þórsson, Hägglund, Kjær'),
  },
  {
    women: words('Zdeňka, Božena, Jiřina, Ľubica, Žofie'),
    men: words('Jiří, Ondřej, Tomáš, Ľudovít, Řehoř'),
    families: words('Dvořák, Novák, Štěpánek, Čermák, Kříž, Žižka, Kučerová-Šimková'),
  },
];
