using FaireAvec.Kernel.Resultats;
using YamlDotNet.Core;

namespace FaireAvec.Cartographie.Correspondances.Documents;

/// <summary>Stops the reading of a YAML text at a bound, with the sentence for the person.</summary>
internal sealed class ArretDeLecture(Erreur faute) : YamlException(faute.Message)
{
    public Erreur Faute => faute;
}
