/** Text messages by country and direction. */
export const TEXTS = {
  US: {
    outbound: [
      'Hi, it was good to talk just now. Here is the link to pick a time for the demo: https://northline.example/meet',
      'Sorry I missed you. When is a good moment to talk about your phone lines?',
      'As promised, the price list for twenty seats is in your inbox.',
      'Confirming our call on Thursday at 10. Talk soon!',
      'Quick question: who looks after your phone system these days?',
      'Thanks for the introduction to your IT lead, much appreciated 🙏',
      'Your trial ends on Friday. Shall I extend it by a week?',
      'The number porting is confirmed for the 3rd. Nothing to do on your side.',
    ],
    inbound: [
      'Thursday at 10 works for me.',
      'Can you call me back after lunch? In a meeting.',
      'Not interested at the moment, please check back next quarter.',
      'Got the quote, thanks. Does it include call recording?',
      'Who is this?',
      'Please send the contract over, our lawyer will take a look.',
      'Can we move the demo to next week?',
      'STOP',
    ],
  },
  FR: {
    outbound: [
      'Bonjour, ravi de notre échange. Voici le lien pour choisir un créneau de démo : https://northline.example/rdv',
      'Je viens d’essayer de vous joindre. Quand puis-je vous rappeler au sujet de vos lignes ?',
      'Comme convenu, le devis pour vingt postes est dans votre boîte mail.',
      'Je vous confirme notre rendez-vous de jeudi à 10 h. À bientôt !',
      'Petite question : qui s’occupe de la téléphonie chez vous ?',
      'Merci pour la mise en relation avec votre DSI 🙏',
      'Votre essai se termine vendredi. Souhaitez-vous une semaine de plus ?',
      'La portabilité est confirmée pour le 3. Vous n’avez rien à faire.',
    ],
    inbound: [
      'Jeudi 10 h, c’est parfait.',
      'Pouvez-vous me rappeler après le déjeuner ? Je suis en réunion.',
      'Pas intéressé pour le moment, revenez vers moi au prochain trimestre.',
      'Bien reçu le devis, merci. L’enregistrement des appels est-il inclus ?',
      'Qui est-ce ?',
      'Envoyez-moi le contrat, notre juriste va le relire.',
      'Peut-on décaler la démo à la semaine prochaine ?',
      'STOP',
    ],
  },
} as const
