using FaireAvec.Cartographie.Import;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Cartographie.Lecture;

/// <summary>The reading of files, as other modules ask for it.</summary>
internal sealed class Tableaux : ITableaux
{
    public ITableau Ouvrir(Stream flux)
    {
        try
        {
            var fichier = LectureFichier.Ouvrir(flux, new OptionsDeLecture { SansEntete = true });
            if (fichier.Format is FormatDeFichier.Csv or FormatDeFichier.Xlsx or FormatDeFichier.Ods)
            {
                return new Tableau(fichier);
            }

            fichier.Dispose();
            throw new TableauIllisibleException("Ce n’est pas un tableau : il faut un fichier XLSX, ODS ou CSV.");
        }
        catch (FichierIllisibleException e)
        {
            throw new TableauIllisibleException(e.Message);
        }
    }

    private sealed class Tableau(LectureFichier fichier) : ITableau
    {
        public string Format => fichier.Format switch { FormatDeFichier.Xlsx => "xlsx", FormatDeFichier.Ods => "ods", _ => "csv" };

        public bool Depuis1904 => fichier.Depuis1904;

        public double Avancement => fichier.Avancement;

        public IEnumerable<LigneDeTableau> Lignes()
        {
            var illisibles = new Queue<Anomalie>();
            using var lignes = fichier.Lignes(illisibles.Enqueue).GetEnumerator();
            while (true)
            {
                var encore = Avancer(lignes);
                while (illisibles.TryDequeue(out var illisible))
                {
                    yield return new LigneDeTableau(illisible.Ligne, [], [], illisible.Raison);
                }

                if (!encore)
                {
                    yield break;
                }

                var ligne = lignes.Current;
                yield return new LigneDeTableau(ligne.Numero, Enumerable.Range(0, ligne.Nombre).Select(i => ligne[i]).ToArray(), Fusionnees(ligne), null);
            }
        }

        public void Dispose() => fichier.Dispose();

        private static int[] Fusionnees(LigneBrute ligne) => ligne.Drapeaux.Count == 0
            ? []
            : [.. ligne.Drapeaux.Where(d => d.Drapeau.HasFlag(DrapeauDeCellule.Fusionnee)).Select(d => ligne.Entete.Rang(d.Colonne))];

        private static bool Avancer(IEnumerator<LigneBrute> lignes)
        {
            try
            {
                return lignes.MoveNext();
            }
            catch (FichierIllisibleException e)
            {
                throw new TableauIllisibleException(e.Message);
            }
        }
    }
}
