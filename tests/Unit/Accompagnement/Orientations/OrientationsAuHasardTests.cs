using FaireAvec.Accompagnement.Domain.Orientations;
using FsCheck;
using FsCheck.Fluent;
using static FaireAvec.Tests.Unit.Accompagnement.Orientations.OrientationDEssai;

namespace FaireAvec.Tests.Unit.Accompagnement.Orientations;

/// <summary>Any acts in any order by anybody: no path sends without a yes, nor gives a third re-orientation, nor ends without saying how.</summary>
public sealed class OrientationsAuHasardTests
{
    private static readonly Config DixMille = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly ReceveurVu[] Receveurs = [Ouvert, Ouvert with { Libres = null }, Ouvert with { Libres = 0 }, Ouvert with { Competent = false }, Ouvert with { Existe = false }, Ouvert with { Suspendu = true }];

    [Fact]
    public void Aucun_chemin_n_envoie_sans_oui_ni_ne_reoriente_trois_fois()
    {
        var acte = from genre in Gen.Choose(0, 11) from choix in Gen.Choose(0, 5) from heures in Gen.Choose(0, 24 * 12) select (genre, choix, heures);
        Prop.ForAll(acte.ListOf().Select(l => l.Take(60).ToArray()).ToArbitrary(), Verifier).Check(DixMille);
    }

    private static bool Verifier((int Genre, int Choix, int Heures)[] actes)
    {
        var besoin = Besoin();
        var orientations = new List<Orientation>();
        var maintenant = Maintenant;
        foreach (var (genre, choix, heures) in actes)
        {
            maintenant = maintenant.AddHours(heures);
            var derniere = orientations.Count > 0 ? orientations[^1] : null;
            var avant = derniere?.Etat;
            switch (genre)
            {
                case 0 when derniere is null or { Revenue: true }:
                    var rang = besoin.CompterUnEnvoi();
                    if (rang.Reussi)
                    {
                        orientations.Add(Proposee(rang.Valeur));
                    }

                    continue;
                case 1:
                    derniere?.Accepter(choix == 0 ? [] : [choix == 1 ? Oui with { Temoin = null } : Oui], Seule, choix % 2 == 0, maintenant);
                    break;
                case 2:
                    derniere?.Envoyer(Receveurs[choix], maintenant);
                    break;
                case 3:
                    derniere?.Recevoir(maintenant);
                    break;
                case 4:
                    derniere?.FixerLeRendezVous(maintenant.AddDays(choix - 1), maintenant);
                    break;
                case 5:
                    derniere?.Honorer(choix switch { 0 => null, < 3 => ConfirmationDArrivee.Personne, _ => ConfirmationDArrivee.Receveur }, maintenant);
                    break;
                case 6:
                    derniere?.NePasHonorer(maintenant);
                    break;
                case 7:
                    derniere?.Clore(choix == 5 ? null : CodesDOrientation.Resultats[choix], maintenant);
                    break;
                case 8:
                    derniere?.Refuser(choix == 5 ? "retrait" : CodesDOrientation.MotifsDeRefus[choix], maintenant);
                    break;
                case 9:
                    derniere?.Retirer(maintenant);
                    break;
                case 10:
                    derniere?.Expirer(maintenant);
                    break;
                case 11:
                    besoin.NommerLeReferent(Guid.CreateVersion7(Maintenant), maintenant);
                    break;
            }

            if (derniere is not null)
            {
                // What is over stays over.
                Assert.True(!EtatsDOrientation.Finie(avant!.Value) || derniere.Etat == avant);
                Assert.True(!EtatsDOrientation.ChezLeReceveur(derniere.Etat) || derniere.Etat is EtatDOrientation.Refusee || (derniere.EnvoyeeLe is not null && derniere.Accords.Count > 0));
                Assert.Equal(derniere.HonoreeLe is null, derniere.ConfirmeePar is null);
                Assert.True(derniere.Etat != EtatDOrientation.Close || derniere.Resultat is not null);
                Assert.True(derniere.Etat != EtatDOrientation.Expiree || derniere.FinieLe >= derniere.EnvoyeeLe + Orientation.DelaiDeReponse);
                Assert.True(derniere.RetourConsenti || derniere.ConfirmeePar == ConfirmationDArrivee.Personne || derniere.EtatPourLEnvoyeur is not (EtatDOrientation.Honoree or EtatDOrientation.NonHonoree or EtatDOrientation.Close));
            }

            Assert.InRange(besoin.Reorientations, 0, BesoinExprime.ReorientationsMax);
        }

        return orientations.Count <= 3 && orientations.Select(o => o.Rang).SequenceEqual(Enumerable.Range(0, orientations.Count)) && (besoin.ReferentUnique is null || besoin.Reorientations == 2);
    }
}
