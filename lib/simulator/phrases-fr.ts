import type { Phrases } from './phrases-en'

/** What is said in French calls; see the English phrases for the notation. */
export const FRENCH: Phrases = {
  open: [
    '- Bonjour {name}, {rep} de Northline. Je ne vous dérange pas ?\n> J’ai une minute. C’est à quel sujet ?',
    '- Bonjour, {rep} de la société Northline. Je parle bien à {name} ?\n> Oui, c’est moi.\n- Parfait, je serai bref.',
    '- Bonjour {name}, {rep} chez Northline. Je vous avais écrit la semaine dernière au sujet de vos lignes.\n> Ah oui, j’ai vu passer le mail. Dites-moi.',
    '> {company}, bonjour.\n- Bonjour, {rep} de Northline. Est-ce que {name} est là ?\n> C’est moi-même.',
  ],
  inbound: [
    '> Bonjour, {name} de {company}. J’ai eu un appel manqué de ce numéro.\n- Bonjour {name}, {rep} à l’appareil, merci de rappeler.',
    '- Northline, {rep}, bonjour.\n> Bonjour, {name} chez {company}. J’ai une question sur notre devis.\n- Bien sûr, je l’ouvre tout de suite.',
    '- Northline, bonjour.\n> Bonjour, une de nos lignes coupe les appels depuis ce matin.\n- Je suis désolé. Je regarde immédiatement.',
  ],
  middle: [
    '- Combien de personnes sont au téléphone chez {company} ?\n> À peu près {n}, et un peu plus en haute saison.',
    '- Qu’est-ce que vous utilisez aujourd’hui pour la téléphonie ?\n> On est chez {tool}. Ça marche, en gros.\n- En gros ?\n> Eh bien, le son coupe quand tout le monde est en ligne.',
    '> Quelle est la différence avec {tool} ?\n- Chaque appel arrive tout seul dans votre CRM, avec un résumé. Plus personne ne saisit de notes.\n> Ça ferait gagner du temps à l’équipe, c’est sûr.',
    '- Qui décide de la téléphonie chez vous ?\n> Moi, avec notre office manager.\n> Mais au-delà de cinq mille euros, c’est la direction financière.',
    '- Votre contrat avec {tool} se termine quand ?\n> Il faudrait que je vérifie. Au printemps, je crois.',
    '> Combien ça coûte ?\n- Pour {n} postes, comptez environ vingt-deux euros par poste, tout compris.\n> Les appels à l’étranger aussi ?\n- L’Europe et l’Amérique du Nord sont incluses.',
    '> On peut garder nos numéros ?\n- Oui, on s’occupe de la portabilité. Une dizaine de jours, sans coupure.\n> Tant mieux, le numéro est sur tous nos camions.',
    '- Vous enregistrez les appels aujourd’hui ?\n> Non, notre juriste n’était pas à l’aise avec ça.\n- Vous pouvez l’activer ligne par ligne, avec une annonce au début.',
    '> Et sur les portables ?\n- C’est une application, iPhone et Android, et chacun garde un seul numéro professionnel.\n> Ça plairait à nos techniciens.',
    '- Que se passe-t-il quand on vous appelle le soir ?\n> Ça tombe sur un répondeur que personne n’écoute, honnêtement.\n- Le message peut être transcrit et envoyé à la bonne personne.',
    '> On avait regardé quelque chose comme ça il y a deux ans, on a laissé tomber.\n- Pour quelle raison ?\n> La mise en place. Ça a pris trois mois.\n- Chez nous c’est une matinée. Je peux vous le montrer à l’écran.',
    '- Savez-vous combien d’appels restent sans réponse ?\n> Aucune idée. Trop.\n- La plupart des équipes sont autour de trente pour cent avant de s’y pencher.',
    '> C’est compatible avec HubSpot ?\n- Oui, dans les deux sens : contacts, transactions et appels.\n> Et Salesforce ? La maison mère est dessus.\n- Aussi.',
    '> Et l’accueil ? On a une personne qui transfère tout.\n- Elle verrait qui est libre avant de transférer.\n> Rien que ça, elle serait ravie.',
    '- Comment formez-vous les nouveaux au téléphone ?\n> Ils écoutent un collègue pendant deux semaines.\n- Avec les enregistrements et la transcription, c’est bien plus court.',
    '> Ce qui m’inquiète, c’est la qualité. Notre connexion n’est pas terrible.\n- On peut faire un test de ligne ensemble avant toute décision. Cinq minutes.',
    '- Qu’est-ce qui vous manquerait si vous quittiez {tool} ?\n> Les postes fixes. Certains y tiennent.\n- Vous pouvez les garder, la plupart des modèles fonctionnent.',
    '> Vous avez des clients dans la région ?\n- Deux entreprises de votre taille, dont un transporteur. Je peux vous mettre en relation.\n> Une référence, oui, ce serait bien.',
    '> On déménage en ce moment, ça tombe mal.\n- C’est plutôt le bon moment : pas de câblage à refaire.\n> Pas faux.',
    '- Si vous pouviez changer une seule chose ?\n> Savoir pourquoi les clients appellent. Aujourd’hui tout est dans la tête des gens.',
    '> Il faut s’engager un an ?\n- Non, au mois c’est possible. L’annuel est vingt pour cent moins cher.\n> On commencerait au mois, alors.',
    '> Et nos données, elles vont où ?\n- Elles restent en Europe et vous pouvez les supprimer à tout moment.\n> Notre DPO voudra ça par écrit.\n- Je vous envoie le document.',
    '- Vous avez combien de sites ?\n> Trois, et un petit entrepôt.\n- Tous sur le même système ?\n> Chacun le sien, c’est bien le problème.',
    '> Le résumé comprend les noms ? On a beaucoup de références produits.\n- Vous lui donnez un lexique, et il apprend de vos corrections.',
    '- Et l’équipe, elle dirait quoi d’un changement ?\n> Elle se plaint de {tool} toutes les semaines, donc ça irait.',
    '> Le support est compris ? Avec {tool} on attend deux jours.\n- Compris, par téléphone et par chat, dans la journée.',
    '- Comment relancez-vous les gens que vous n’avez pas eus ?\n> Un tableur, et des post-it.\n- Le composeur les remettrait en haut de la liste tout seul.',
    '> Un responsable peut écouter ?\n- Écouter, souffler, rejoindre, selon les droits que vous donnez.\n> D’accord, utile pour les nouveaux.',
    '> Le mois a été mauvais, les budgets sont gelés jusqu’à nouvel ordre.\n- Je comprends. Un pilote à cinq postes serait possible ?\n> Peut-être, si ça reste petit.',
    '- Comment suivez-vous le résultat d’un appel ?\n> On ne le suit pas vraiment. Chacun sa méthode.\n- Les étiquettes servent à ça : un clic, ou automatiquement.',
  ],
  filler: [
    '> D’accord.',
    '> Oui, je vois.',
    '- Tout à fait.',
    '> Hm-hm.',
    '- C’est logique.',
    '> Bien sûr.',
    '- Bonne question.',
    '> Attendez, je note.',
  ],
  meeting: [
    '- {day} à {hour}, ça vous irait pour une démo ? Vingt minutes, avec vos propres chiffres.\n> {day} à {hour}, oui, c’est possible.\n- Je vous envoie l’invitation. J’ajoute quelqu’un ?\n> Notre office manager, s’il vous plaît.\n- C’est fait. À {day}, {name}.',
    '- Faisons ça bien : je peux vous prendre une demi-heure {day} ?\n> Après {hour}, je suis libre.\n- {hour}, c’est noté. L’invitation part.\n> Bien reçu. À bientôt.',
  ],
  interested: [
    '> Envoyez-moi les détails, j’en parle à l’équipe.\n- Je le fais, avec le tarif pour {n} postes. Merci, {name}.\n> Merci à vous, au revoir.',
    '> Ça m’intéresse. Envoyez-moi quelque chose que je puisse transférer.\n- Vous l’avez dans l’heure.\n> Parfait. Au revoir.',
  ],
  notInterested: [
    '> Écoutez, on est contents de {tool}. Je ne pense pas que ce soit pour nous.\n- Je comprends, {name}. Bonne journée.\n> Bonne journée.',
    '> Pas intéressé, désolé. Retirez-nous de la liste, s’il vous plaît.\n- Bien sûr. Excusez-moi du dérangement.',
  ],
  callBack: [
    '> J’entre en réunion. Vous pouvez me rappeler {day} ?\n- {day} vers {hour} ?\n> Parfait.\n- À {day}.',
    '> Là, ce n’est pas le moment. Rappelez-moi {day}.\n- C’est noté. Merci, {name}.',
  ],
  later: [
    '> Rien ne bougera avant le prochain trimestre. Relancez-moi à ce moment-là.\n- Je le note à l’agenda. Merci de votre franchise.\n> Je vous en prie. Au revoir.',
    '> Revenez vers moi quand le contrat avec {tool} arrive à échéance.\n- Au printemps, donc. Entendu. Au revoir, {name}.',
  ],
  none: [
    '> Bon, je dois vous laisser. Merci de l’appel.\n- Merci à vous, {name}. Bonne journée.',
    '- Merci de votre temps, {name}.\n> Je vous en prie. Au revoir.',
  ],
  wrong: [
    '- Bonjour, {name} de {company} ?\n> Non, vous vous trompez de numéro.\n- Pardon de vous avoir dérangé.\n> Ce n’est rien.',
  ],
  short: [
    '- Bonjour, {rep} de Northline, {name} est là ?\n> Non, absent aujourd’hui.\n- Je rappellerai, merci.',
    '- Bonjour, {rep} de Northline.\n> Désolé, je ne peux pas parler.\n- Pas de souci, je vous rappellerai.',
    '> {company}, bonjour.\n- Bonjour, pourriez-vous me passer {name} ?\n> C’est à quel sujet ?\n- Vos lignes téléphoniques.\n> Ils sont en réunion.',
  ],
  machine: [
    '- Bonjour {name}, {rep} de Northline. J’avais une question sur les appels de {company}. Je vous rappelle {day}. Au revoir.',
    '- Bonjour {name}, {rep} de Northline. Inutile de me rappeler, je vous envoie un mail. Merci.',
  ],
  message: [
    '> Bonjour, {name} de {company}. Merci de me rappeler au sujet du devis pour {n} postes.',
    '> Bonjour, une de nos lignes est en panne depuis ce matin. Quelqu’un peut me rappeler ? C’est {name}. Merci.',
    '> C’est {name}, j’ai eu votre message. Je suis libre {day} après {hour}.',
  ],
  tools: ['Téloria', 'VoixPro', 'Standardia', 'Linéo', 'Switchline', 'Bellwave'],
  days: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'],
  summaries: {
    meeting: [
      'Démo fixée à {day} {hour}. {company} a environ {n} postes chez {tool} et veut des appels consignés dans le CRM.',
      '{name} accepte une démo {day} à {hour}. Douleur principale : appels manqués, aucune note. L’office manager participe.',
    ],
    interested: [
      '{name} est intéressé et demande les détails par mail. {n} postes, aujourd’hui chez {tool}. La finance signe.',
      'Veut un tarif pour {n} postes à présenter à l’équipe. La portabilité compte.',
    ],
    notInterested: [
      'Satisfait de {tool}, pas intéressé pour le moment.',
      '{name} décline et ne souhaite plus être appelé.',
    ],
    callBack: [
      'Pas le temps de parler. Rappeler {day} vers {hour}.',
      'En réunion ; {name} demande à être rappelé {day}.',
    ],
    later: [
      'Pas de budget avant le prochain trimestre ; relancer. Chez {tool} aujourd’hui.',
      'Le contrat avec {tool} finit au printemps. Reprendre contact avant l’échéance.',
    ],
    none: [
      'Bref échange sur la téléphonie de {company}. Pas de suite.',
      'Discussion sur le volume d’appels et {tool} ; rien de convenu.',
    ],
    wrong: ['Mauvais numéro.'],
    short: ['{name} n’était pas joignable ; réessayer.', 'Le contact ne pouvait pas parler.'],
    machine: ['Message laissé à {name}.'],
    message: [
      '{name} a laissé un message et demande à être rappelé.',
      'Message au sujet d’une ligne de {company} ; rappeler.',
    ],
    inbound: [
      '{name} appelle au sujet du devis pour {n} postes ; réponse donnée.',
      'Appel de {company} : une ligne coupe les appels ; relancée, tout fonctionne.',
    ],
  },
}
